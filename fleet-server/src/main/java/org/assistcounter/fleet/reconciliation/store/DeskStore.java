package org.assistcounter.fleet.reconciliation.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.time.LocalDate;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.OpenCount;
import org.assistcounter.fleet.reconciliation.Source;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what people do about differences of their tenant, and about nobody's. */
@Repository
public class DeskStore {

    private final DatabaseClient database;

    DeskStore(DatabaseClient database) {
        this.database = database;
    }

    /** The open ones, oldest first. */
    public Flux<Difference> open(String tenant, int count) {
        return database.sql(
                        """
                        select * from reconciliation_difference
                         where (tenant_id = :tenant or tenant_id is null) and closed_at is null
                         order by found_at, id
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(DifferenceStore::difference)
                .all();
    }

    /** The open ones that were found before a moment, oldest first. */
    public Flux<Difference> overdue(String tenant, Instant before, int count) {
        return database.sql(
                        """
                        select * from reconciliation_difference
                         where (tenant_id = :tenant or tenant_id is null) and closed_at is null
                           and found_at < :before
                         order by found_at, id
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("before", before)
                .bind("count", count)
                .map(DifferenceStore::difference)
                .all();
    }

    /** The newest that have ended, those first that somebody has to look at again. */
    public Flux<Difference> ended(String tenant, int count) {
        return database.sql(
                        """
                        select * from reconciliation_difference
                         where (tenant_id = :tenant or tenant_id is null) and closed_at is not null
                         order by (closed_by is not null and second_look is null) desc,
                               closed_at desc, id desc
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(DifferenceStore::difference)
                .all();
    }

    /** How many are open by source and day. */
    public Flux<OpenCount> counts(String tenant) {
        return database.sql(
                        """
                        select source, day, count(*) as count from reconciliation_difference
                         where (tenant_id = :tenant or tenant_id is null) and closed_at is null
                         group by source, day
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new OpenCount(
                                Source.of(text(row, "source")),
                                required(row, "day", LocalDate.class),
                                number(row, "count")))
                .all();
    }

    /** One of a tenant's, or of nobody's. */
    public Mono<Difference> find(String tenant, long id) {
        return database.sql(
                        """
                        select * from reconciliation_difference
                         where id = :id and (tenant_id = :tenant or tenant_id is null)
                        """)
                .bind("id", id)
                .bind("tenant", tenant)
                .map(DifferenceStore::difference)
                .one();
    }

    /** Gives an open one to somebody. */
    public Mono<Boolean> give(long id, String owner) {
        return database.sql(
                        """
                        update reconciliation_difference set owner = :owner
                         where id = :id and closed_at is null and owner <> :owner
                        """)
                .bind("id", id)
                .bind("owner", owner)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Somebody closes an open one. */
    public Mono<Boolean> close(long id, String by, String reason, Instant now) {
        return database.sql(
                        """
                        update reconciliation_difference
                           set closed_at = :now, closed_by = :by, close_reason = :reason
                         where id = :id and closed_at is null
                        """)
                .bind("id", id)
                .bind("by", by)
                .bind("reason", reason)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Somebody else has looked at it after it was closed. */
    public Mono<Boolean> lookAgain(long id, String by) {
        return database.sql(
                        """
                        update reconciliation_difference set second_look = :by
                         where id = :id and closed_by <> :by and second_look is null
                        """)
                .bind("id", id)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
