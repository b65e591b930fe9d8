package org.assistcounter.fleet.spreadsheets;

import java.util.List;

/**
 * A file's first row that holds anything, and the rows below that hold anything.
 *
 * @param headerRow the header's number, as a spreadsheet shows it
 */
public record Table(int headerRow, List<String> header, List<Row> rows) implements Opened {

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it: the first is 1, and empty rows count
     * @param cells as many as the header has, {@code ""} where there is none
     * @param flaws why the row cannot be taken, whatever its columns mean
     */
    public record Row(int number, List<String> cells, List<Flaw> flaws) {
        public Row {
            cells = List.copyOf(cells);
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * What was wrong with a cell before anybody asked what it means.
     *
     * @param column its place in the header; that of the whole row is {@link #WHOLE_ROW}
     * @param word one of {@code too-many-cells}, {@code cell-too-long}, {@code formula-error},
     *     {@code formula-without-value}
     */
    public record Flaw(int column, String value, String word) {
        public static final int WHOLE_ROW = -1;
    }
}
