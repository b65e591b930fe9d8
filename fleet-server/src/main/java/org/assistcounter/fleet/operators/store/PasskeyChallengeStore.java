package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps which browsers were asked for a passkey in the table `passkey_challenges`. */
@Repository
public class PasskeyChallengeStore {

    private final DatabaseClient database;

    PasskeyChallengeStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Adds one, and removes those that have ended.
     *
     * @param person who makes a passkey; null where one is to be shown
     */
    public Mono<Void> add(String hash, @Nullable Operator person, Instant now, Instant end) {
        UUID id = person == null ? null : person.id();
        String tenant = person == null ? null : person.home();
        return database.sql(
                        """
                        with ended as (delete from passkey_challenges where ends_at < :now)
                        insert into passkey_challenges (token_hash, person_id, tenant_id,
                                                        credentials, started_at, ends_at)
                        values (decode(:hash, 'hex'), :person, :tenant,
                                (select credentials from people where person_id = :person),
                                :now, :end)
                        """)
                .bind("hash", hash)
                .bind("person", id == null ? Parameters.in(UUID.class) : Parameters.in(id))
                .bind("tenant", Parameters.in(R2dbcType.VARCHAR, tenant))
                .bind("now", now)
                .bind("end", end)
                .then();
    }

    /** Ends one of a sign-in; true where it was good, and empty where there was none. */
    public Mono<Boolean> take(String hash, Instant now) {
        return database.sql(
                        """
                        delete from passkey_challenges
                         where token_hash = decode(:hash, 'hex') and person_id is null
                        returning ends_at > :now as x
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map(row -> required(row, "x", Boolean.class))
                .one();
    }

    /** Ends one of a person who makes a passkey and has had nothing ended since. */
    public Mono<Boolean> takeOf(String hash, UUID person, Instant now) {
        return database.sql(
                        """
                        delete from passkey_challenges c using operators p
                         where c.token_hash = decode(:hash, 'hex') and c.person_id = :person
                           and p.person_id = c.person_id
                        returning c.ends_at > :now and p.credentials = c.credentials as x
                        """)
                .bind("hash", hash)
                .bind("person", person)
                .bind("now", now)
                .map(row -> required(row, "x", Boolean.class))
                .one();
    }
}
