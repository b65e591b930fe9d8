package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.util.List;
import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** How many cases are open and what they hold, for the metrics. */
@Repository
class CaseTally implements Tally {
    private final DatabaseClient database;

    CaseTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select way, count(*) as n, sum(amount_minor)::bigint as amount
                          from ledger_case
                         where settled_at is null group by way
                        """)
                .map(row ->
                        List.of(
                                new Reading(
                                        "assistcounter.cases.open",
                                        "way",
                                        text(row, "way"),
                                        number(row, "n")),
                                new Reading(
                                        "assistcounter.cases.open.fen",
                                        "way",
                                        text(row, "way"),
                                        number(row, "amount"))))
                .all()
                .flatMapIterable(both -> both);
    }
}
