package org.assistcounter.fleet.doubts.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** How many doubts are open, for the metrics. */
@Repository
class DoubtTally implements Tally {
    private final DatabaseClient database;

    DoubtTally(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select kind, count(*) as n from doubts_doubt
                         where ended_at is null group by kind
                        """)
                .map(row -> Map.entry(text(row, "kind"), (double) number(row, "n")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMapIterable(DoubtTally::ofEachKind);
    }

    /** None too is told, so that an alert has something to compare with. */
    private static List<Reading> ofEachKind(Map<String, Double> open) {
        return Arrays.stream(DoubtKind.values())
                .map(kind -> kind.word())
                .map(kind ->
                        new Reading(
                                "assistcounter.doubts.open",
                                "kind",
                                kind,
                                open.getOrDefault(kind, 0.0)))
                .toList();
    }
}
