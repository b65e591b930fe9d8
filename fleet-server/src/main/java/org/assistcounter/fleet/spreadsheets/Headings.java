package org.assistcounter.fleet.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of a file's columns are which of ours. */
record Headings(Map<Integer, Column<?>> places, List<Problem> problems, List<Problem> warnings) {

    static Headings of(Table table, List<Column<?>> columns) {
        Map<Integer, Column<?>> places = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (int at = 0; at < table.header().size(); at++) {
            String heading = table.header().get(at);
            String shown = Bounds.shown(heading);
            Optional<Column<?>> known =
                    columns.stream().filter(column -> column.isCalled(heading)).findFirst();
            if (known.isEmpty()) {
                warnings.add(new Problem(table.headerRow(), shown, shown, "heading-unknown"));
            } else if (places.containsValue(known.get())) {
                String key = known.get().key();
                problems.add(new Problem(table.headerRow(), key, shown, "column-twice"));
            } else {
                places.put(at, known.get());
            }
        }
        for (Column<?> column : columns) {
            if (column.required() && !places.containsValue(column)) {
                problems.add(new Problem(table.headerRow(), column.key(), "", "column-missing"));
            }
        }
        return new Headings(places, problems, warnings);
    }
}
