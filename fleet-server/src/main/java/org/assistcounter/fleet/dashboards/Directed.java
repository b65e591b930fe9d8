package org.assistcounter.fleet.dashboards;

import java.util.List;

/**
 * The page on which prices are changed.
 *
 * @param standing how far what is wanted has come
 * @param isAnyAhead whether a counter has a newer state than the fleet knows of
 */
public record Directed(
        List<Fact> standing,
        boolean isAnyAhead,
        List<Row> proposals,
        List<Row> changes,
        List<Choice> products,
        List<Choice> sites) {

    /** A number and what it counts. */
    public record Fact(State state, String count) {}

    /** A change that was made, or waits for a second person. */
    public record Row(
            long id, Rows.When when, String product, String wish, String place, String by) {}

    /** What may be chosen, and how it is called. */
    public record Choice(String value, String words) {}
}
