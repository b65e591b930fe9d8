package org.assistcounter.fleet.directives.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.assistcounter.fleet.directives.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** A change as a row, made or proposed. */
final class ChangeRows {
    private ChangeRows() {}

    static Change read(Readable row) {
        return new Change(
                number(row, "id"),
                new Change.Wish(
                        text(row, "product"),
                        row.get("price_minor", Long.class),
                        row.get("offered", Boolean.class)),
                PlaceWords.read(text(row, "place"), text(row, "place_name")),
                (int) number(row, "counters"),
                text(row, "made_by"),
                moment(row, "made_at"));
    }

    static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec insert, String tenant, Change change) {
        var spec =
                insert.bind("tenant", tenant)
                        .bind("product", change.wish().product())
                        .bind("place", PlaceWords.kind(change.place()))
                        .bind("name", PlaceWords.name(change.place()))
                        .bind("counters", change.counters())
                        .bind("by", change.by())
                        .bind("at", change.at());
        var priced = bound(spec, "price", change.wish().priceMinor(), Long.class);
        return bound(priced, "offered", change.wish().isOffered(), Boolean.class);
    }

    private static <T> DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
