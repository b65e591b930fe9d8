package org.assistcounter.fleet.operators.store;

import java.time.Instant;
import org.assistcounter.fleet.operators.Operator;
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
    public Mono<Void> add(String hash, Operator operator, Instant now, Instant end) {
        return database.sql(
                        """
                        with ended as (delete from sign_ins where ends_at < :now)
                        insert into sign_ins (token_hash, person_id, tenant_id,
                                              started_at, ends_at)
                        values (decode(:hash, 'hex'), :person, :tenant, :now, :end)
                        """)
                .bind("hash", hash)
                .bind("person", operator.id())
                .bind("tenant", operator.tenant())
                .bind("now", now)
                .bind("end", end)
                .then();
    }

    /** Whose it is; empty when it has ended or the person is disabled. */
    public Mono<Operator> find(String hash, Instant now) {
        return database.sql(
                        """
                        select p.*
                          from sign_ins s join operators p on p.person_id = s.person_id
                         where s.token_hash = decode(:hash, 'hex') and s.ends_at > :now
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map(PersonStore::operator)
                .one();
    }

    /** Ends one. */
    public Mono<Void> end(String hash) {
        return database.sql("delete from sign_ins where token_hash = decode(:hash, 'hex')")
                .bind("hash", hash)
                .then();
    }
}
