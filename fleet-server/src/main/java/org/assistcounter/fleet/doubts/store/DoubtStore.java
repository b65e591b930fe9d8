package org.assistcounter.fleet.doubts.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.assistcounter.fleet.doubts.Doubt;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps doubts. */
@Repository
public class DoubtStore {
    private final DatabaseClient database;

    DoubtStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whose counter it is. */
    public record Whose(String tenant, String counter) {}

    /** Opens one, or counts one more occasion of the one that is open; true when it is new. */
    public Mono<Boolean> met(Whose whose, DoubtKind kind, String reason, Instant at) {
        return database.sql(
                        """
                        insert into doubts_doubt (tenant_id, counter_id, kind, reason, first_at,
                               last_at)
                        values (:tenant, :counter, :kind, :reason, :at, :at)
                        on conflict (counter_id, kind) where ended_at is null do update
                           set reason = excluded.reason, last_at = excluded.last_at,
                               times = doubts_doubt.times + 1
                        returning times
                        """)
                .bind("tenant", whose.tenant())
                .bind("counter", whose.counter())
                .bind("kind", kind.word())
                .bind("reason", reason)
                .bind("at", at)
                .map(row -> number(row, "times") == 1)
                .one();
    }

    /** The open ones of a tenant, oldest first. */
    public Flux<Doubt> open(String tenant, int count) {
        return database.sql(
                        """
                        select * from doubts_doubt
                         where tenant_id = :tenant and ended_at is null
                         order by first_at, id
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(DoubtStore::doubt)
                .all();
    }

    /** The newest that have ended. */
    public Flux<Doubt> ended(String tenant, int count) {
        return database.sql(
                        """
                        select * from doubts_doubt
                         where tenant_id = :tenant and ended_at is not null
                         order by ended_at desc, id desc
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(DoubtStore::doubt)
                .all();
    }

    /** All tenants' open ones of a kind. */
    public Flux<Doubt> openOf(DoubtKind kind) {
        return database.sql("select * from doubts_doubt where kind = :kind and ended_at is null")
                .bind("kind", kind.word())
                .map(DoubtStore::doubt)
                .all();
    }

    /** One of a tenant's. */
    public Mono<Doubt> find(String tenant, long id) {
        return database.sql("select * from doubts_doubt where tenant_id = :tenant and id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map(DoubtStore::doubt)
                .one();
    }

    /** Ends it, unless it has ended; true when it was this that ended it. */
    public Mono<Boolean> end(long id, Doubt.End end) {
        var update =
                database.sql(
                                """
                                update doubts_doubt
                                   set ended_at = :at, ending = :ending, ended_by = :by, why = :why
                                 where id = :id and ended_at is null
                                """)
                        .bind("at", end.at())
                        .bind("ending", end.how().word())
                        .bind("id", id);
        return bound(bound(update, "by", end.by()), "why", end.why())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }

    private static Doubt doubt(Readable row) {
        Instant endedAt = row.get("ended_at", Instant.class);
        return new Doubt(
                number(row, "id"),
                text(row, "tenant_id"),
                text(row, "counter_id"),
                DoubtKind.of(text(row, "kind")).orElseThrow(),
                new Doubt.Met(
                        moment(row, "first_at"),
                        moment(row, "last_at"),
                        number(row, "times"),
                        text(row, "reason")),
                endedAt == null
                        ? null
                        : new Doubt.End(
                                endedAt,
                                Doubt.Ending.of(text(row, "ending")),
                                row.get("ended_by", String.class),
                                row.get("why", String.class)));
    }
}
