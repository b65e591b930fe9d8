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

    /** A connection is open. */
    public void reached() {
        mostMillis = FIRST_MOST_MILLIS;
    }

    /** The broker has ended it, and perhaps everybody's. */
    public long endedMillis(long spreadMillis) {
        mostMillis = Math.max(FIRST_MOST_MILLIS, spreadMillis);
        return random.nextLong(mostMillis);
    }

    /**
     * It fell silent: this counter's own line, most likely, but it may be a broker that hangs and
     * everybody's. So it is soon, and the next attempts are in the spread.
     */
    public long silentMillis(long spreadMillis) {
        mostMillis = Math.max(FIRST_MOST_MILLIS, spreadMillis);
        return random.nextLong(Math.max(FIRST_MOST_MILLIS, spreadMillis / 4));
    }

    /**
     * An attempt failed. Who was not answered has waited meanwhile, but for a little, so that those
     * who began together do not go on together.
     *
     * @param tookMillis how long the attempt took
     */
    public long failedMillis(long spreadMillis, long tookMillis) {
        long whole = random.nextLong(mostMillis);
        long little = random.nextLong(Math.min(mostMillis, FAILED_MOST_MILLIS));
        mostMillis = Math.min(Math.max(FAILED_MOST_MILLIS, spreadMillis), mostMillis * 2);
        return Math.max(little, whole - tookMillis);
    }
}
