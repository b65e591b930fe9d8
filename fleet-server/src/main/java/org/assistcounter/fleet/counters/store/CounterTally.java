package org.assistcounter.fleet.counters.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many counters there are, for the metrics. */
@Repository
class CounterTally implements Tally {
    private static final List<Integer> DAYS = List.of(0, 7, (int) Counter.RENEWED_BEFORE.toDays());

    private final DatabaseClient database;
    private final Clock clock;

    CounterTally(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<Reading> read() {
        return Flux.concat(standing(), Flux.fromIterable(DAYS).concatMap(this::ending));
    }

    private Mono<Reading> ending(int days) {
        return database.sql(
                        """
                        select count(*) as n from counters
                         where status in ('enrolled', 'active') and certificate_ends_at <= :moment
                        """)
                .bind("moment", clock.instant().plus(Duration.ofDays(days)))
                .map(row ->
                        new Reading(
                                "assistcounter.certificates.ending",
                                "days",
                                String.valueOf(days),
                                number(row, "n")))
                .one();
    }

    private Flux<Reading> standing() {
        return database.sql(
                        """
                        select status, count(*) as n from counters group by status
                        """)
                .map(row ->
                        new Reading(
                                "assistcounter.counters",
                                "status",
                                text(row, "status"),
                                number(row, "n")))
                .all();
    }
}
