package org.assistcounter.fleet.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a table of one kind of entity looks like, and how a row becomes one. Checking changes
 * nothing anywhere: it is the dry run, and what it calls good is what an import takes.
 */
public final class Sheet<T> {

    private final List<Column<?>> columns;
    private final Set<Column<?>> unique;
    private final Function<Values, Parsed<T>> maker;

    private Sheet(
            List<Column<?>> columns, Set<Column<?>> unique, Function<Values, Parsed<T>> maker) {
        this.columns = List.copyOf(columns);
        this.unique = Set.copyOf(unique);
        this.maker = maker;
    }

    /** A kind of entity that every row of understood cells makes one of. */
    public static <T> Sheet<T> of(List<Column<?>> columns, Function<Values, T> maker) {
        return new Sheet<>(columns, Set.of(), values -> Parsed.value(maker.apply(values)));
    }

    /** A kind of entity whose cells, each understood, may still not fit together. */
    public static <T> Sheet<T> judging(List<Column<?>> columns, Function<Values, Parsed<T>> maker) {
        return new Sheet<>(columns, Set.of(), maker);
    }

    /** The same, where no two rows may have the same value in this column. */
    public Sheet<T> unique(Column<?> column) {
        return new Sheet<>(
                columns,
                Set.copyOf(Stream.concat(unique.stream(), Stream.of(column)).toList()),
                maker);
    }

    /** In their order, for the header of a template or an export. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** Understands every row, or says of each cell why not. */
    public Checked<T> check(Table table) {
        Headings headings = Headings.of(table, columns);
        if (!headings.problems().isEmpty()) {
            return new Checked<>(List.of(), headings.problems(), headings.warnings());
        }
        List<Checked.Good<T>> good = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Set<Object>> seen = new HashMap<>();
        for (Table.Row row : table.rows()) {
            RowCheck check = new RowCheck(row, headings, columns);
            unique.forEach(column -> check.once(column, seen));
            List<Problem> wrong = check.problems();
            if (wrong.isEmpty()) {
                make(check.values(), good, wrong);
            }
            problems.addAll(wrong);
        }
        return new Checked<>(good, problems, headings.warnings());
    }

    private void make(Values values, List<Checked.Good<T>> good, List<Problem> problems) {
        switch (maker.apply(values)) {
            case Parsed.Value<T>(T value) -> good.add(new Checked.Good<>(values.row(), value));
            case Parsed.Wrong<T>(String word) ->
                    problems.add(new Problem(values.row(), "", "", word));
        }
    }
}
