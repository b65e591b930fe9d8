package org.assistcounter.fleet.operators.store;

import java.time.Instant;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps sessions in the table `sessions`, by the hash of their token. */
@Repository
public class SessionStore {

    private final DatabaseClient database;

    SessionStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds a session, and removes those that ended long ago. */
    public Mono<Void> add(String hash, Operator operator, Instant now, Instant end) {
        return database.sql(
                        """
                        with ended as (delete from sessions where ends_at < :now)
                        insert into sessions (token_hash, person_id, tenant_id,
                                              started_at, last_used_at, ends_at)
                        values (decode(:hash, 'hex'), :person, :tenant, :now, :now, :end)
                        """)
                .bind("hash", hash)
                .bind("person", operator.id())
                .bind("tenant", operator.tenant())
                .bind("now", now)
                .bind("end", end)
                .then();
    }

    /** Whose session it is and that it was used now; empty when it has ended. */
    public Mono<Operator> use(String hash, Instant now, Instant idleSince) {
        return database.sql(
                        """
                        update sessions s set last_used_at = :now
                          from operators p
                         where s.token_hash = decode(:hash, 'hex')
                           and s.ends_at > :now and s.last_used_at > :idle
                           and p.person_id = s.person_id
                        returning p.*
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .bind("idle", idleSince)
                .map(PersonStore::operator)
                .one();
    }

    /** Ends a session. */
    public Mono<Void> end(String hash) {
        return database.sql("delete from sessions where token_hash = decode(:hash, 'hex')")
                .bind("hash", hash)
                .then();
    }
}
