package org.assistcounter.fleet.stock.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Slots that are off and compartments that are locked, for the metrics. */
@Repository
class StockTally implements Tally {
    private final DatabaseClient database;

    StockTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select 'slot' as part, count(*) as n from stock_slot where not is_on
                        union all
                        select 'compartment', count(*) from stock_cold_lock
                        """)
                .map(row ->
                        new Reading(
                                "assistcounter.stock.closed",
                                "part",
                                text(row, "part"),
                                number(row, "n")))
                .all();
    }
}
