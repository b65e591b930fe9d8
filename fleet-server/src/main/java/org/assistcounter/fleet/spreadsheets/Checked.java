package org.assistcounter.fleet.spreadsheets;

import java.util.List;

/**
 * What became of a whole table: a row is among the good or has at least one problem.
 *
 * @param warnings what was passed over and does no harm: columns that nobody knows
 */
public record Checked<T>(List<Good<T>> good, List<Problem> problems, List<Problem> warnings) {

    public Checked {
        good = List.copyOf(good);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** A row that was understood, and its number as a spreadsheet shows it. */
    public record Good<T>(int row, T value) {}
}
