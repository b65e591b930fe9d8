package org.assistcounter.fleet.counters.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** How many counters there are, for the metrics. */
@Repository
class CounterTally implements Tally {
    private final DatabaseClient database;

    CounterTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
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
