package org.assistcounter.virtualcounters;

import java.util.concurrent.TimeUnit;

/**
 * How the counters' own time follows true time.
 *
 * @param compression so many times faster
 */
record Pace(long startNanos, long startWallMillis, double compression) {

    /** How long from now until a moment of the counters' time; nothing when it is over. */
    long untilNanos(long atMillis, long nowNanos) {
        double after = TimeUnit.MILLISECONDS.toNanos(atMillis) / compression;
        return Math.max(0, startNanos + (long) after - nowNanos);
    }

    /** Which moment of the counters' time it is. */
    long nowMillis(long nowNanos) {
        return (long) ((nowNanos - startNanos) * compression / 1e6);
    }

    /** What the counters' wall clocks show at a moment of their time. */
    long wallMillis(long atMillis) {
        return startWallMillis + atMillis;
    }
}
