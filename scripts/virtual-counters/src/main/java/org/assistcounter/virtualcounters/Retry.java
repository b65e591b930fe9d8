package org.assistcounter.virtualcounters;

import java.util.SplittableRandom;

/** How long a counter waits before it tries to connect again: as the agent's connection does. */
final class Retry {
    private static final long MIN_MILLIS = 500;
    private static final long MAX_MILLIS = 30_000;

    private final SplittableRandom random;
    private long millis = MIN_MILLIS;

    /**
     * @param seed a counter's own, so that a fleet does not come back all at once
     */
    Retry(long seed) {
        random = new SplittableRandom(seed);
    }

    long nextMillis() {
        long next = random.nextLong(millis);
        millis = Math.min(MAX_MILLIS, millis * 2);
        return next;
    }

    void succeeded() {
        millis = MIN_MILLIS;
    }
}
