package org.assistcounter.fleet.dashboards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one reads who did what.
 *
 * @param about only lines whose person, action or subject this is; empty for all
 * @param earlier what the next page is below; 0 when there is none
 * @param check null when nobody asked for one
 */
public record Audited(
        List<Row> lines, String all, String about, long earlier, @Nullable State check) {

    /**
     * One line.
     *
     * @param hash in hex; the first letters are shown
     */
    public record Row(long number, Rows.When when, String by, What what, String hash) {}

    /** What was done, and to what. */
    public record What(String action, String actionWords, String subject, String detail) {}
}
