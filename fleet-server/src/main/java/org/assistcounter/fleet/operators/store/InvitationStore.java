package org.assistcounter.fleet.operators.store;

import java.time.Instant;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps invitations in the table `invitations`, by the hash of their token. */
@Repository
public class InvitationStore {

    private final DatabaseClient database;

    InvitationStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps the one invitation of a person. */
    public Mono<Void> put(Operator person, String hash, Instant now, Instant end) {
        return database.sql(
                        """
                        insert into invitations (person_id, tenant_id, token_hash, made_at, ends_at)
                        values (:person, :tenant, decode(:hash, 'hex'), :now, :end)
                        on conflict (person_id) do update
                           set token_hash = excluded.token_hash,
                               made_at = excluded.made_at, ends_at = excluded.ends_at
                        """)
                .bind("person", person.id())
                .bind("tenant", person.tenant())
                .bind("hash", hash)
                .bind("now", now)
                .bind("end", end)
                .then();
    }

    /** Whom it is for. */
    public Mono<Operator> find(String hash, Instant now) {
        return database.sql(
                        """
                        select p.*
                          from invitations i join operators p on p.person_id = i.person_id
                         where i.token_hash = decode(:hash, 'hex') and i.ends_at > :now
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map(PersonStore::operator)
                .one();
    }

    /** In the order in which everybody else has it: first the person, then the rest. */
    public Mono<Void> lockPerson(String hash) {
        return database.sql(
                        """
                        select 1 from people
                         where person_id = (select person_id from invitations
                                             where token_hash = decode(:hash, 'hex'))
                           for no key update
                        """)
                .bind("hash", hash)
                .then();
    }

    /**
     * Removes it and says whom it was for; of two who come at once one gets it.
     *
     * @param isForPassword whether a password is chosen by it, which is not taken where forbidden
     */
    public Mono<Operator> take(String hash, boolean isForPassword, Instant now) {
        return database.sql(
                        """
                        delete from invitations i using operators p
                         where i.token_hash = decode(:hash, 'hex') and i.ends_at > :now
                           and p.person_id = i.person_id
                           and not (:isForPassword
                                    and exists (select from providers v
                                                 where v.tenant_id = i.tenant_id
                                                   and v.forbids_passwords))
                        returning p.*
                        """)
                .bind("hash", hash)
                .bind("isForPassword", isForPassword)
                .bind("now", now)
                .map(PersonStore::operator)
                .one();
    }
}
