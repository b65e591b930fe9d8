package org.assistcounter.counter.sale;

import java.time.LocalDate;

/**
 * When a step happens, given from outside.
 *
 * @param millis monotonic, since the agent started
 * @param latestDate the latest calendar day it may be at the site; expiry asks this one
 * @param wallMillis what the wall clock says, for people; nothing is decided by it
 */
public record Moment(long millis, LocalDate latestDate, long wallMillis) {

    /** Where nobody is told the time. */
    public Moment(long millis, LocalDate latestDate) {
        this(millis, latestDate, 0);
    }
}
