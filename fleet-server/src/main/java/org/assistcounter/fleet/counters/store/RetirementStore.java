package org.assistcounter.fleet.counters.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import org.assistcounter.fleet.counters.Retirement;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps who took which counter out of service, when and why. */
@Repository
public class RetirementStore {
    private final DatabaseClient database;

    RetirementStore(DatabaseClient database) {
        this.database = database;
    }

    /** Takes its place from it; false when it has none. */
    public Mono<Boolean> retire(CounterId counter) {
        return database.sql(
                        """
                        update counters set status = 'retired'
                         where counter_id = :id and status in ('enrolled', 'active')
                        """)
                .bind("id", counter.hex())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Gives it back; false when it is not retired. */
    public Mono<Boolean> reinstate(CounterId counter) {
        return database.sql(
                        """
                        update counters
                           set status = case when last_seen_at is null then 'enrolled'
                                             else 'active' end
                         where counter_id = :id and status = 'retired'
                        """)
                .bind("id", counter.hex())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Notes it. */
    public Mono<Void> add(String tenant, CounterId counter, Retirement retirement) {
        return database.sql(
                        """
                        insert into counters_retirement (counter_id, tenant_id, retired_at,
                               retired_by, why)
                        values (:counter, :tenant, :at, :by, :why)
                        """)
                .bind("counter", counter.hex())
                .bind("tenant", tenant)
                .bind("at", retirement.at())
                .bind("by", retirement.by())
                .bind("why", retirement.why())
                .then();
    }

    /** Notes that it is over. */
    public Mono<Void> end(CounterId counter, String by, Instant now) {
        return database.sql(
                        """
                        update counters_retirement
                           set reinstated_at = :now, reinstated_by = :by
                         where counter_id = :counter and reinstated_at is null
                        """)
                .bind("counter", counter.hex())
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    /** The one that is not over; empty when there is none. */
    public Mono<Retirement> find(CounterId counter) {
        return database.sql(
                        """
                        select * from counters_retirement
                         where counter_id = :counter and reinstated_at is null
                        """)
                .bind("counter", counter.hex())
                .map(row ->
                        new Retirement(
                                moment(row, "retired_at"),
                                text(row, "retired_by"),
                                text(row, "why")))
                .one();
    }
}
