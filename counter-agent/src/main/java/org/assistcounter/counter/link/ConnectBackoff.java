package org.assistcounter.counter.link;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the fleet is tried again (SYNC.md): drawn anew below a most that doubles,
 * so that a fleet of counters does not come back all at once. The most is what a counter may come
 * back later than its fleet.
 */
public final class ConnectBackoff {
    private static final long MIN_MILLIS = 500;
    private static final long MAX_MILLIS = 15_000;

    private final RandomGenerator random;
    private long mostMillis = MIN_MILLIS;

    public ConnectBackoff(RandomGenerator random) {
        this.random = random;
    }

    /** Before the next attempt. */
    public long nextMillis() {
        long next = random.nextLong(mostMillis);
        mostMillis = Math.min(MAX_MILLIS, mostMillis * 2);
        return next;
    }

    /** It was reached: the next wait is a short one. */
    public void reached() {
        mostMillis = MIN_MILLIS;
    }
}
