package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.passkey.Passkey;
import org.assistcounter.fleet.operators.passkey.PasskeyRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps passkeys in the table `passkeys`: what knows them again, and nothing that opens. */
@Repository
public class PasskeyStore {

    private final DatabaseClient database;

    PasskeyStore(DatabaseClient database) {
        this.database = database;
    }

    /** A passkey and whose it is. */
    public record Known(PasskeyRecord passkey, String name, People.Recognised person) {}

    /** Those of a person, the newest first. */
    public Flux<Passkey> of(UUID person) {
        return database.sql(
                        """
                        select credential_id, name, made_at, used_at, doubted_at is not null as x
                          from passkeys where person_id = :person
                         order by made_at desc, credential_id
                        """)
                .bind("person", person)
                .map(row ->
                        new Passkey(
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(
                                                required(row, "credential_id", byte[].class)),
                                text(row, "name"),
                                moment(row, "made_at"),
                                row.get("used_at", Instant.class),
                                required(row, "x", Boolean.class)))
                .all();
    }

    /** Adds one, unless that device's is known already or the person has as many as may be. */
    public Mono<Boolean> add(
            Operator person, String name, PasskeyRecord made, int max, Instant now) {
        return database.sql(
                        """
                        insert into passkeys (credential_id, person_id, tenant_id, name, attested,
                                              count, may_be_copied, is_copied, made_at)
                        select decode(:credential, 'hex'), :person, :tenant, :name,
                               decode(:attested, 'hex'), :count, :mayBeCopied, :isCopied, :now
                         where (select count(*) from passkeys where person_id = :person) < :max
                        on conflict (credential_id) do nothing
                        """)
                .bind("credential", made.credential())
                .bind("person", person.id())
                .bind("tenant", person.home())
                .bind("name", name)
                .bind("attested", made.attested())
                .bind("count", made.count())
                .bind("mayBeCopied", made.mayBeCopied())
                .bind("isCopied", made.isCopied())
                .bind("now", now)
                .bind("max", max)
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** One that is good, of somebody who may sign in. */
    public Mono<Known> find(String credential) {
        return database.sql(
                        """
                        select p.*, encode(k.credential_id, 'hex') as credential,
                               encode(k.attested, 'hex') as attested, k.count, k.may_be_copied,
                               k.is_copied, k.name as passkey_name
                          from passkeys k join operators p on p.person_id = k.person_id
                         where k.credential_id = decode(:credential, 'hex')
                           and k.doubted_at is null
                        """)
                .bind("credential", credential)
                .map(row ->
                        new Known(
                                new PasskeyRecord(
                                        text(row, "credential"),
                                        text(row, "attested"),
                                        number(row, "count"),
                                        required(row, "may_be_copied", Boolean.class),
                                        required(row, "is_copied", Boolean.class)),
                                text(row, "passkey_name"),
                                new People.Recognised(
                                        PersonStore.operator(row), number(row, "credentials"))))
                .one();
    }

    /** Notes a use; false where another was noted meanwhile. */
    public Mono<Boolean> use(PasskeyRecord next, long countBefore, Instant now) {
        return database.sql(
                        """
                        update passkeys set count = :count, is_copied = :isCopied, used_at = :now
                         where credential_id = decode(:credential, 'hex') and count = :before
                           and doubted_at is null
                        """)
                .bind("credential", next.credential())
                .bind("count", next.count())
                .bind("isCopied", next.isCopied())
                .bind("before", countBefore)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(used -> used == 1);
    }

    /** It opens nothing from now on. */
    public Mono<Void> doubt(String credential, Instant now) {
        return database.sql(
                        """
                        update passkeys set doubted_at = coalesce(doubted_at, :now)
                         where credential_id = decode(:credential, 'hex')
                        """)
                .bind("credential", credential)
                .bind("now", now)
                .then();
    }

    /**
     * Takes one of a person away, unless it is their only way in; how it was called.
     *
     * @param credential in hex
     */
    public Mono<String> remove(UUID person, String credential) {
        return database.sql(
                        """
                        delete from passkeys k using people p
                         where k.credential_id = decode(:credential, 'hex')
                           and k.person_id = :person and p.person_id = k.person_id
                           and (k.doubted_at is not null or p.person_id in (table password_people)
                             or exists (select from provider_accounts a
                                          join providers v on v.tenant_id = a.tenant_id
                                                          and v.issuer = a.issuer
                                         where a.person_id = p.person_id)
                             or exists (select from passkeys o
                                         where o.person_id = p.person_id
                                           and o.credential_id <> k.credential_id
                                           and o.doubted_at is null))
                        returning k.name
                        """)
                .bind("credential", credential)
                .bind("person", person)
                .map(row -> text(row, "name"))
                .one();
    }
}
