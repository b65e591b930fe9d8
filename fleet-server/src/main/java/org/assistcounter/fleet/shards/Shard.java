package org.assistcounter.fleet.shards;

import org.assistcounter.protocol.identity.CounterId;

/** Which shard a counter is of. Pure: ids are random, so their first bits spread them evenly. */
public final class Shard {
    /** So many there are, for good: a table has a row for each. */
    public static final int COUNT = 64;

    private static final int SHIFT = 2;
    private static final int BYTE = 0xFF;

    private Shard() {}

    /** The shard of a counter. */
    public static int of(CounterId counter) {
        return (counter.bytes()[0] & BYTE) >> SHIFT;
    }
}
