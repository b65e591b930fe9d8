package org.assistcounter.fleet.enrolment.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.EnrolmentToken;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps one-time tokens in the table `enrolment_tokens`. */
@Repository
public class TokenStore {

    private final DatabaseClient database;

    TokenStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds a token. An older unused one for the same label is void from now on. */
    public Mono<Void> issue(EnrolmentToken token, Instant now) {
        CounterId renews = token.renews();
        var insert =
                database.sql(
                                """
                                insert into enrolment_tokens
                                       (token_hash, tenant_id, site_id, label,
                                        issued_at, expires_at, renews)
                                values (decode(:hash, 'hex'), :tenant, :site, :label,
                                        :now, :expires, :renews)
                                on conflict (tenant_id, label) where used_at is null
                                do update set token_hash = excluded.token_hash,
                                              site_id = excluded.site_id,
                                              issued_at = excluded.issued_at,
                                              expires_at = excluded.expires_at,
                                              renews = excluded.renews
                                """)
                        .bind("hash", token.hash().hex())
                        .bind("tenant", token.place().tenant())
                        .bind("site", token.place().site())
                        .bind("label", token.place().label())
                        .bind("now", now)
                        .bind("expires", token.expiresAt());
        return (renews == null
                        ? insert.bindNull("renews", String.class)
                        : insert.bind("renews", renews.hex()))
                .then();
    }

    /** The token of that hash, locked until the transaction ends: the second user waits. */
    public Mono<EnrolmentToken> lock(EnrolmentToken.Hash hash) {
        return database.sql(
                        """
                        select encode(token_hash, 'hex') as hash, tenant_id, site_id, label,
                               expires_at, renews, counter_id
                          from enrolment_tokens
                         where token_hash = decode(:hash, 'hex')
                           for update
                        """)
                .bind("hash", hash.hex())
                .map(TokenStore::token)
                .one();
    }

    /** Notes that the token made this counter. */
    public Mono<Void> use(EnrolmentToken.Hash hash, CounterId counter, Instant now) {
        return database.sql(
                        """
                        update enrolment_tokens set used_at = :now, counter_id = :counter
                         where token_hash = decode(:hash, 'hex') and used_at is null
                        """)
                .bind("hash", hash.hex())
                .bind("counter", counter.hex())
                .bind("now", now)
                .then();
    }

    private static EnrolmentToken token(Readable row) {
        return new EnrolmentToken(
                new EnrolmentToken.Hash(text(row, "hash")),
                new Counter.Place(text(row, "tenant_id"), text(row, "site_id"), text(row, "label")),
                moment(row, "expires_at"),
                counter(row, "renews"),
                counter(row, "counter_id"));
    }

    private static @Nullable CounterId counter(Readable row, String column) {
        String counter = row.get(column, String.class);
        return counter == null ? null : new CounterId(counter);
    }
}
