package org.assistcounter.fleet.dashboards;

import java.util.List;

/** The comparison of bills, books and counters: day by day, and what does not agree. */
public record Compared(
        List<String> sources, List<Day> days, Round round, List<Row> open, List<Row> ended) {

    /** A day, and how it stands with each source. */
    public record Day(String day, List<Cell> cells) {}

    /**
     * A day with a source.
     *
     * @param source for a phone, where there is no head above it
     * @param states one word or two: what is open, and what the newest try came to
     */
    public record Cell(String source, List<State> states) {}

    /**
     * How far the newest round is.
     *
     * @param words empty before the first
     * @param bar a style for each step: done, failed or left
     */
    public record Round(boolean isRunning, String words, List<String> bar) {}

    /** A difference in a list. */
    public record Row(
            long id, State kind, Rows.About about, Amounts amounts, String age, String owner) {}

    /** Both amounts in fen or pieces. */
    public record Amounts(String ours, String theirs) {}
}
