package org.assistcounter.fleet.database;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;

/**
 * Reads columns that are declared `not null`. The driver's own getter may return null, and a store
 * that trusted it silently would hide a wrong query until much later.
 */
public final class Columns {

    private Columns() {}

    /** The value of a column that must have one. */
    public static <T> T required(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " has no value.");
        }
        return value;
    }

    /** A text that must be there. */
    public static String text(Readable row, String column) {
        return required(row, column, String.class);
    }

    /** A whole number that must be there. */
    public static long number(Readable row, String column) {
        return required(row, column, Long.class);
    }

    /** A moment that must be there. */
    public static Instant moment(Readable row, String column) {
        return required(row, column, Instant.class);
    }

    /** An identifier that must be there. */
    public static UUID id(Readable row, String column) {
        return required(row, column, UUID.class);
    }
}
