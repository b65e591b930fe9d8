package org.assistcounter.fleet.evidence.store;

import static org.assistcounter.fleet.database.Columns.number;

import java.util.List;
import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** How large the log is and how many journals it lags, for the metrics. */
@Repository
class LogTally implements Tally {
    private final DatabaseClient database;

    LogTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select l.size,
                               (select count(*) from evidence_head h
                                 where h.seq > 0
                                   and not exists (select 1 from evidence_leaf f
                                                    where f.counter_id = h.counter_id
                                                      and f.seq = h.seq)) as behind
                          from evidence_log l
                        """)
                .map(row ->
                        List.of(
                                Reading.only(
                                        "assistcounter.log.size", (double) number(row, "size")),
                                Reading.only(
                                        "assistcounter.log.behind",
                                        (double) number(row, "behind"))))
                .all()
                .flatMapIterable(both -> both);
    }
}
