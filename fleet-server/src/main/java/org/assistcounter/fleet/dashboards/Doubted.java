package org.assistcounter.fleet.dashboards;

import java.util.List;

/** The counters that somebody has to look into, and those somebody has. */
public record Doubted(List<DoubtRow> open, List<DoubtRow> ended, Signed signed) {

    /**
     * How far signatures were looked at.
     *
     * @param percent rounded down, so that 100 is all
     */
    public record Signed(
            State state,
            long percent,
            String checked,
            String records,
            String debt,
            String bad,
            String oldest,
            String perSecond) {}
}
