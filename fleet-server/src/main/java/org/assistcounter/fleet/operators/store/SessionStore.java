package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Way;
import org.jspecify.annotations.Nullable;
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
                        insert into sessions (token_hash, person_id, tenant_id, credentials,
                                              started_at, last_used_at, ends_at)
                        select decode(:hash, 'hex'), p.person_id, p.tenant_id, p.credentials,
                               :now, :now, :end
                          from operators p
                         where p.person_id = :person
                        """)
                .bind("hash", hash)
                .bind("person", operator.id())
                .bind("now", now)
                .bind("end", end)
                .then();
    }

    /**
     * Makes a session of a sign-in half way, which ends; whether it was good still.
     *
     * @param signIn the hash of its token
     */
    public Mono<Boolean> addFrom(String signIn, String hash, Instant now, Instant end) {
        return database.sql(
                        """
                        with ended as (delete from sign_ins s
                                        where s.token_hash = decode(:signIn, 'hex')
                                       returning s.*)
                        insert into sessions (token_hash, person_id, tenant_id, credentials, way,
                                              started_at, last_used_at, ends_at)
                        select decode(:hash, 'hex'), p.person_id, p.tenant_id, p.credentials, s.way,
                               :now, :now, :end
                          from ended s join operators p on p.person_id = s.person_id
                         where s.ends_at > :now and s.credentials = p.credentials
                        """)
                .bind("signIn", signIn)
                .bind("hash", hash)
                .bind("now", now)
                .bind("end", end)
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** Whose session it is and that it was used now; empty when it has ended. */
    public Mono<Operator> use(String hash, Instant now, Instant idleSince) {
        return database.sql(
                        """
                        update sessions s set last_used_at = :now
                          from operators p
                         where s.token_hash = decode(:hash, 'hex')
                           and s.ends_at > :now and s.last_used_at > :idle
                           and p.person_id = s.person_id and p.credentials = s.credentials
                           and not (s.way = 'password'
                                    and exists (select from providers v
                                                 where v.tenant_id = s.tenant_id
                                                   and v.forbids_passwords))
                        returning p.*, coalesce((select t.tenant_id from tenants t
                                                 where t.tenant_id = s.looks_at
                                                   and not t.is_closed), p.tenant_id) as looks_at
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .bind("idle", idleSince)
                .map(row -> {
                    Operator person = PersonStore.operator(row);
                    String seen = text(row, "looks_at");
                    boolean isHome = seen.equals(person.home()) || !person.may(May.LOOK_AROUND);
                    return isHome ? person : person.lookingAt(seen);
                })
                .one();
    }

    /** The session looks at another organisation from now on; at its own for null. */
    public Mono<Void> lookAt(String hash, @Nullable String tenant) {
        return database.sql(
                        """
                        update sessions set looks_at = :tenant
                         where token_hash = decode(:hash, 'hex')
                        """)
                .bind("hash", hash)
                .bind("tenant", Parameters.in(R2dbcType.VARCHAR, tenant))
                .then();
    }

    /** Ends a session; how it was come by, or nothing where there was none. */
    public Mono<Way> end(String hash) {
        return database.sql(
                        """
                        delete from sessions where token_hash = decode(:hash, 'hex') returning way
                        """)
                .bind("hash", hash)
                .map(row -> Way.of(text(row, "way")))
                .one();
    }

    /** Whether a session was begun since then. */
    public Mono<Boolean> isBegunSince(String hash, Instant since) {
        return database.sql(
                        """
                        select started_at > :since as x from sessions
                         where token_hash = decode(:hash, 'hex')
                        """)
                .bind("hash", hash)
                .bind("since", since)
                .map(row -> required(row, "x", Boolean.class))
                .one()
                .defaultIfEmpty(false);
    }

    /** Ends what people of a tenant have come by in one way, half-way sign-ins too. */
    public Mono<Void> endOf(String tenant, Way way) {
        return database.sql(
                        """
                        with half as (delete from sign_ins where tenant_id = :tenant and way = :way)
                        delete from sessions where tenant_id = :tenant and way = :way
                        """)
                .bind("tenant", tenant)
                .bind("way", way.word())
                .then();
    }
}
