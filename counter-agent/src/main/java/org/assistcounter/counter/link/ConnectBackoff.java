package org.assistcounter.counter.link;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the fleet is tried again (SYNC.md), drawn anew each time. A broker that
 * ends has all its counters come at once, and works on all of their handshakes at the same time
 * until each is given up; so the fleet says over how long its counters are to come back.
 */
public final class ConnectBackoff {
    private static final long FIRST_MOST_MILLIS = 500;

    /** Who finds nobody there does no harm by asking, and is to be back soon afterwards. */
    private static final long FAILED_MOST_MILLIS = 5_000;

    private final RandomGenerator random;
    private long mostMillis = FIRST_MOST_MILLIS;

    public ConnectBackoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * After an attempt that failed: below a most that doubles. Who was not answered has waited
     * meanwhile.
     *
     * @param tookMillis how long the attempt took
     */
    public long failedMillis(long spreadMillis, long tookMillis) {
        long next = random.nextLong(mostMillis);
        mostMillis = Math.min(Math.max(FAILED_MOST_MILLIS, spreadMillis), mostMillis * 2);
        return Math.max(0, next - tookMillis);
    }

    /** After a connection that the broker has ended: anywhere in the spread. */
    public long lostMillis(long spreadMillis) {
        mostMillis = Math.max(FIRST_MOST_MILLIS, spreadMillis);
        return random.nextLong(mostMillis);
    }

    /** It was reached, and is not known to be away: the next wait is a short one. */
    public void reached() {
        mostMillis = FIRST_MOST_MILLIS;
    }
}
