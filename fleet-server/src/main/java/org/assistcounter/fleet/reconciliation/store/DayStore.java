package org.assistcounter.fleet.reconciliation.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.assistcounter.fleet.reconciliation.DayStanding;
import org.assistcounter.fleet.reconciliation.Source;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps how far each day is with each source. */
@Repository
public class DayStore {

    private final DatabaseClient database;

    DayStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps how a try ended; when it was compared before stays known. */
    public Mono<Void> put(
            Source source, LocalDate day, DayStanding.State state, String fault, Instant now) {
        return database.sql(
                        """
                        insert into reconciliation_day (source, day, state, fault, tried_at,
                               compared_at)
                        values (:source, :day, :state, :fault, :now,
                               case when :state = 'compared' then :now end)
                        on conflict (source, day) do update
                           set state = excluded.state, fault = excluded.fault,
                               tried_at = excluded.tried_at,
                               compared_at = coalesce(excluded.compared_at,
                                                      reconciliation_day.compared_at)
                        """)
                .bind("source", source.word())
                .bind("day", day)
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("fault", fault)
                .bind("now", now)
                .then();
    }

    /** All days since one, oldest first. */
    public Flux<DayStanding> since(LocalDate first) {
        return database.sql(
                        """
                        select * from reconciliation_day where day >= :first order by day, source
                        """)
                .bind("first", first)
                .map(row ->
                        new DayStanding(
                                Source.of(text(row, "source")),
                                required(row, "day", LocalDate.class),
                                DayStanding.State.valueOf(
                                        text(row, "state").toUpperCase(Locale.ROOT)),
                                text(row, "fault"),
                                moment(row, "tried_at"),
                                row.get("compared_at", Instant.class)))
                .all();
    }
}
