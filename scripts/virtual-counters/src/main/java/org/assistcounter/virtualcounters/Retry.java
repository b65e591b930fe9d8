package org.assistcounter.virtualcounters;

/** How long a counter waits before it tries to connect again: as the agent's connection does. */
final class Retry {
    private static final long MIN_MILLIS = 500;
    private static final long MAX_MILLIS = 10_000;

    private final int jitterPercent;
    private long millis = MIN_MILLIS;

    /**
     * @param jitterPercent drawn once for a counter
     */
    Retry(int jitterPercent) {
        this.jitterPercent = jitterPercent;
    }

    long nextMillis() {
        long next = millis + millis * jitterPercent / 100;
        millis = Math.min(MAX_MILLIS, millis * 2);
        return next;
    }

    void succeeded() {
        millis = MIN_MILLIS;
    }
}
