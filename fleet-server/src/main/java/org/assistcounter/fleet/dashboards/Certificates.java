package org.assistcounter.fleet.dashboards;

import java.util.List;

/**
 * A page of the counters whose certificates end soon, the next to end first.
 *
 * @param all how many there are on all pages
 * @param earlier the number of the page before; 0 where there is none
 * @param later the number of the next page; 0 where there is none
 */
public record Certificates(List<Row> rows, long all, int earlier, int later) {

    /** A counter. */
    public record Row(String label, String site, State end) {}
}
