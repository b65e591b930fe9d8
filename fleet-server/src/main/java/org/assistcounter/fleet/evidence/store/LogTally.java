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
                               (select count(*)
                                  from evidence_head h
                                  left join evidence_logged g using (counter_id)
                                 where h.seq > coalesce(g.seq, 0)) as behind
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
