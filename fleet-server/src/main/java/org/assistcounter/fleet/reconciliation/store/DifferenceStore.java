package org.assistcounter.fleet.reconciliation.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.DifferenceKind;
import org.assistcounter.fleet.reconciliation.Found;
import org.assistcounter.fleet.reconciliation.Source;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps differences as runs find them. */
@Repository
public class DifferenceStore {

    private final DatabaseClient database;

    DifferenceStore(DatabaseClient database) {
        this.database = database;
    }

    /** What of these is open or was closed by somebody. */
    public Flux<Difference> known(Source source, Collection<String> abouts) {
        return database.sql(
                        """
                        select * from reconciliation_difference
                         where source = :source and about = any(:abouts)
                           and (closed_at is null or closed_by is not null)
                         order by id
                        """)
                .bind("source", source.word())
                .bind("abouts", abouts.toArray(String[]::new))
                .map(DifferenceStore::difference)
                .all();
    }

    /** What the open differences of some days are about. */
    public Flux<String> openAbouts(Source source, LocalDate first, LocalDate last) {
        return database.sql(
                        """
                        select distinct about from reconciliation_difference
                         where source = :source and day between :first and :last
                           and closed_at is null
                        """)
                .bind("source", source.word())
                .bind("first", first)
                .bind("last", last)
                .map(row -> text(row, "about"))
                .all();
    }

    /** Opens one; the same is open once. */
    public Mono<Void> open(Found found, Instant now) {
        Found.Key key = found.key();
        Found.Place place = found.place();
        return database.sql(
                        """
                        insert into reconciliation_difference (tenant_id, source, kind, about,
                               subject, counter_id, transaction, day, ours, theirs, found_at)
                        values (:tenant, :source, :kind, :about, :subject, :counter, :transaction,
                               :day, :ours, :theirs, :now)
                        on conflict do nothing
                        """)
                .bind("tenant", Parameters.in(R2dbcType.VARCHAR, place.tenant()))
                .bind("source", key.source().word())
                .bind("kind", key.kind().word())
                .bind("about", key.about())
                .bind("subject", key.subject())
                .bind("counter", Parameters.in(R2dbcType.VARCHAR, place.counter()))
                .bind("transaction", place.transaction())
                .bind("day", place.day())
                .bind("ours", found.ours())
                .bind("theirs", found.theirs())
                .bind("now", now)
                .then();
    }

    /** It is open with other amounts now. */
    public Mono<Void> move(long id, long ours, long theirs) {
        return database.sql(
                        """
                        update reconciliation_difference set ours = :ours, theirs = :theirs
                         where id = :id and closed_at is null
                        """)
                .bind("id", id)
                .bind("ours", ours)
                .bind("theirs", theirs)
                .then();
    }

    /** It is found no more. */
    public Mono<Void> end(long id, Instant now) {
        return database.sql(
                        """
                        update reconciliation_difference
                           set closed_at = :now, close_reason = 'found no more'
                         where id = :id and closed_at is null
                        """)
                .bind("id", id)
                .bind("now", now)
                .then();
    }

    static Difference difference(Readable row) {
        Instant closed = row.get("closed_at", Instant.class);
        Difference.End end =
                closed == null
                        ? null
                        : new Difference.End(
                                closed,
                                row.get("closed_by", String.class),
                                text(row, "close_reason"),
                                row.get("second_look", String.class));
        Found found =
                new Found(
                        new Found.Key(
                                Source.of(text(row, "source")),
                                DifferenceKind.of(text(row, "kind")),
                                text(row, "about"),
                                text(row, "subject")),
                        new Found.Place(
                                row.get("tenant_id", String.class),
                                row.get("counter_id", String.class),
                                text(row, "transaction"),
                                required(row, "day", LocalDate.class)),
                        number(row, "ours"),
                        number(row, "theirs"));
        return new Difference(
                number(row, "id"), found, text(row, "owner"), moment(row, "found_at"), end);
    }
}
