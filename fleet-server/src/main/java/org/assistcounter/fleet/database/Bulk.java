package org.assistcounter.fleet.database;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Many rows of one kind as the columns that a statement with `unnest` takes, each by its name. */
public final class Bulk<T> {
    private final List<T> rows;
    private GenericExecuteSpec statement;

    /** For a statement that names these columns. */
    public Bulk(GenericExecuteSpec statement, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** One value for all rows. */
    public Bulk<T> each(String name, Object value) {
        return bound(name, value);
    }

    /** A column of texts. */
    public Bulk<T> texts(String name, Function<T, @Nullable String> column) {
        return bound(name, rows.stream().map(column).toArray(String[]::new));
    }

    /** A column of whole numbers. */
    public Bulk<T> wholes(String name, ToIntFunction<T> column) {
        return bound(name, rows.stream().map(column::applyAsInt).toArray(Integer[]::new));
    }

    /** A column of large whole numbers. */
    public Bulk<T> longs(String name, ToLongFunction<T> column) {
        return bound(name, rows.stream().map(column::applyAsLong).toArray(Long[]::new));
    }

    /** A column of yes and no. */
    public Bulk<T> flags(String name, Function<T, Boolean> column) {
        return bound(name, rows.stream().map(column).toArray(Boolean[]::new));
    }

    /** A column of days. */
    public Bulk<T> days(String name, Function<T, @Nullable LocalDate> column) {
        return bound(name, rows.stream().map(column).toArray(LocalDate[]::new));
    }

    /** A column of moments. */
    public Bulk<T> moments(String name, Function<T, Instant> column) {
        return bound(name, rows.stream().map(column).toArray(Instant[]::new));
    }

    /** Runs it once, or not at all where there are no rows. */
    public Mono<Void> run() {
        return rows.isEmpty() ? Mono.empty() : statement.then();
    }

    private Bulk<T> bound(String name, Object value) {
        statement = statement.bind(name, value);
        return this;
    }
}
