package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Refunds that are not made yet, for the metrics. */
@Repository
class RefundTally implements Tally {
    private final DatabaseClient database;

    RefundTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select s.state, count(r.refund) as n
                          from (values ('refunding'), ('failed')) as s (state)
                          left join wallets_refund r on r.state = s.state
                         group by s.state
                        """)
                .map(row ->
                        new Reading(
                                "assistcounter.refunds.open",
                                "state",
                                text(row, "state"),
                                number(row, "n")))
                .all();
    }
}
