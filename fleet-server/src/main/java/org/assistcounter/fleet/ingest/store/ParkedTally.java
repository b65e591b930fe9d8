package org.assistcounter.fleet.ingest.store;

import static org.assistcounter.fleet.database.Columns.number;

import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Records that are kept and could not be booked, for the metrics. */
@Repository
class ParkedTally implements Tally {
    private final DatabaseClient database;

    ParkedTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select count(*) as n from ingest_suspense
                        """)
                .map(row -> new Reading("assistcounter.records.parked", "", "", number(row, "n")))
                .all();
    }
}
