package org.assistcounter.fleet.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One row on its way to be understood. */
final class RowCheck {

    private final Table.Row row;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    RowCheck(Table.Row row, Headings headings, List<Column<?>> columns) {
        this.row = row;
        for (Map.Entry<Integer, Column<?>> place : headings.places().entrySet()) {
            String text = row.cells().get(place.getKey());
            if (!Plain.isBlank(text)) {
                texts.put(place.getValue().key(), text);
            }
        }
        Set<Column<?>> flawed = flaws(headings);
        for (Column<?> column : columns) {
            if (!flawed.contains(column)) {
                look(column);
            }
        }
    }

    List<Problem> problems() {
        return problems;
    }

    Values values() {
        return new Values(row.number(), texts);
    }

    /** Tells a value that a row above has too. */
    void once(Column<?> column, Map<String, Set<Object>> seen) {
        String text = texts.get(column.key());
        if (text != null
                && column.parser().apply(text) instanceof Parsed.Value<?>(Object value)
                && !seen.computeIfAbsent(column.key(), _ -> new HashSet<>()).add(value)) {
            tell(column, text, "twice");
        }
    }

    /** Flaws of columns that nobody asks for are nobody's problem. */
    private Set<Column<?>> flaws(Headings headings) {
        Set<Column<?>> flawed = new HashSet<>();
        for (Table.Flaw flaw : row.flaws()) {
            Column<?> column = headings.places().get(flaw.column());
            if (column != null) {
                flawed.add(column);
                tell(column, flaw.value(), flaw.word());
            } else if (flaw.column() == Table.Flaw.WHOLE_ROW) {
                problems.add(new Problem(row.number(), "", flaw.value(), flaw.word()));
            }
        }
        return flawed;
    }

    private void look(Column<?> column) {
        String text = texts.get(column.key());
        if (text == null && column.required()) {
            tell(column, "", "empty");
        } else if (text != null
                && column.parser().apply(text) instanceof Parsed.Wrong<?>(String word)) {
            tell(column, text, word);
        }
    }

    private void tell(Column<?> column, String value, String word) {
        problems.add(new Problem(row.number(), column.key(), Bounds.shown(value), word));
    }
}
