package org.assistcounter.fleet.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file on their way into a table, within {@link Bounds}. */
final class Gathering {

    private @Nullable List<String> header;
    private int headerRow;
    private final List<Table.Row> rows = new ArrayList<>();
    private long cellsInAll;
    private long charsInAll;

    /** Takes the next row; one without any text is nothing. */
    void add(int number, List<String> raw, List<Table.Flaw> flaws) throws Refused {
        int size = sizeWithoutBlankEnd(raw);
        if (size == 0 && flaws.isEmpty()) {
            return;
        }
        List<String> names = header;
        if (names == null) {
            header = headings(raw.subList(0, size));
            headerRow = number;
            return;
        }
        if (rows.size() == Bounds.ROWS) {
            throw new Refused("too-many-rows", "more than " + Bounds.ROWS + " rows");
        }
        rows.add(row(number, raw, names.size(), flaws));
    }

    Table table() throws Refused {
        List<String> names = header;
        if (names == null) {
            throw new Refused("empty", "no row holds anything");
        }
        return new Table(headerRow, names, rows);
    }

    private static List<String> headings(List<String> raw) throws Refused {
        if (raw.size() > Bounds.COLUMNS) {
            throw new Refused("too-many-columns", "more than " + Bounds.COLUMNS + " columns");
        }
        List<String> names = new ArrayList<>();
        for (String text : raw) {
            names.add(Bounds.cut(Guards.off(text), Bounds.CELL_CHARS));
        }
        return names;
    }

    private Table.Row row(int number, List<String> raw, int width, List<Table.Flaw> known)
            throws Refused {
        List<Table.Flaw> flaws = new ArrayList<>(known);
        List<String> cells = new ArrayList<>(width);
        for (int at = 0; at < width; at++) {
            String text = at < raw.size() ? raw.get(at) : "";
            if (text.length() > Bounds.CELL_CHARS) {
                flaws.add(new Table.Flaw(at, Bounds.shown(text), "cell-too-long"));
            }
            cells.add(Guards.off(Bounds.cut(text, Bounds.CELL_CHARS)));
        }
        for (int at = width; at < raw.size(); at++) {
            if (!raw.get(at).isBlank()) {
                String shown = Bounds.shown(raw.get(at));
                flaws.add(new Table.Flaw(Table.Flaw.WHOLE_ROW, shown, "too-many-cells"));
                break;
            }
        }
        count(cells);
        return new Table.Row(number, cells, flaws);
    }

    private void count(List<String> cells) throws Refused {
        cellsInAll += cells.size();
        for (String text : cells) {
            charsInAll += text.length();
        }
        if (cellsInAll > Bounds.CELLS || charsInAll > Bounds.CHARS) {
            throw new Refused("too-much-text", "too much text in all; make two files of it");
        }
    }

    private static int sizeWithoutBlankEnd(List<String> raw) {
        int size = raw.size();
        while (size > 0 && raw.get(size - 1).isBlank()) {
            size--;
        }
        return size;
    }
}
