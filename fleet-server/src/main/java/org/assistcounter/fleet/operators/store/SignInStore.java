package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.SignIns;
import org.assistcounter.fleet.operators.Way;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps sign-ins half way in the table `sign_ins`, by the hash of their token. */
@Repository
public class SignInStore {

    private final DatabaseClient database;

    SignInStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one, and removes those that have ended. */
    public Mono<Void> add(SignIns.Begun begun, People.Recognised person, Instant now, Instant end) {
        return database.sql(
                        """
                        with ended as (delete from sign_ins where ends_at < :now)
                        insert into sign_ins (token_hash, person_id, tenant_id, credentials,
                                              offered, way, started_at, ends_at)
                        values (decode(:hash, 'hex'), :person, :tenant, :credentials,
                                decode(:offered, 'hex'), :way, :now, :end)
                        """)
                .bind("hash", begun.hash())
                .bind("person", person.operator().id())
                .bind("tenant", person.operator().home())
                .bind("credentials", person.credentials())
                .bind("offered", begun.offered())
                .bind("way", begun.way().word())
                .bind("now", now)
                .bind("end", end)
                .then();
    }

    /** Whose it is; empty when it has ended, or what it was begun with. */
    public Mono<SignIns.Visitor> find(String hash, Instant now) {
        return database.sql(
                        """
                        select p.*, encode(s.offered, 'hex') as offered, s.way
                          from sign_ins s join operators p on p.person_id = s.person_id
                         where s.token_hash = decode(:hash, 'hex') and s.ends_at > :now
                           and s.credentials = p.credentials
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map(row ->
                        new SignIns.Visitor(
                                PersonStore.operator(row),
                                text(row, "offered"),
                                Way.of(text(row, "way"))))
                .one();
    }

    /** Ends one. */
    public Mono<Void> end(String hash) {
        return database.sql("delete from sign_ins where token_hash = decode(:hash, 'hex')")
                .bind("hash", hash)
                .then();
    }
}
