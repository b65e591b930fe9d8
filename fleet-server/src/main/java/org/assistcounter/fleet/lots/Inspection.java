package org.assistcounter.fleet.lots;

import java.time.LocalDate;

/**
 * A sample of a lot that was looked at.
 *
 * @param findings what was found; may be empty where it passed
 */
public record Inspection(
        Lot.Key lot, LocalDate taken, Report report, boolean hasPassed, String findings, By by) {

    /** Who looked, and the number of what they wrote. */
    public record Report(String laboratory, String number) {}

    /** Who entered it, for which office. */
    public record By(String login, String office) {}

    /**
     * How many passed.
     *
     * @param all how many there were
     */
    public record Rate(long all, long passed) {
        private static final int PER_MILLE = 1000;
        private static final int GOAL = 980;

        /** In tenths of a percent. */
        public long perMille() {
            return all == 0 ? PER_MILLE : passed * PER_MILLE / all;
        }

        /** Whether it is what the programme wants: 98 %. */
        public boolean isReached() {
            return perMille() >= GOAL;
        }
    }
}
