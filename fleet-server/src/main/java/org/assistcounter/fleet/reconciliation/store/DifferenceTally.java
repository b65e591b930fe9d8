package org.assistcounter.fleet.reconciliation.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Differences that are open, for the metrics. */
@Repository
class DifferenceTally implements Tally {
    private final DatabaseClient database;

    DifferenceTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select source, count(*) as n from reconciliation_difference
                         where closed_at is null group by source
                        """)
                .map(row ->
                        new Reading(
                                "assistcounter.differences.open",
                                "source",
                                text(row, "source"),
                                number(row, "n")))
                .all();
    }
}
