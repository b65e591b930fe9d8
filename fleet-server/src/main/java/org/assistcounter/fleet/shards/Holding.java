package org.assistcounter.fleet.shards;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shards that an instance believes to have, and how long it may believe so without asking
 * again. Immutable.
 */
final class Holding {
    static final Holding NONE = new Holding(new BitSet(), Instant.MIN);
    static final Holding ALL = all();

    private final BitSet shards;
    private final Instant until;

    private Holding(BitSet shards, Instant until) {
        this.shards = shards;
        this.until = until;
    }

    static Holding of(Collection<Integer> shards, Instant until) {
        BitSet bits = new BitSet(Shard.COUNT);
        shards.forEach(bits::set);
        return new Holding(bits, until);
    }

    private static Holding all() {
        BitSet bits = new BitSet(Shard.COUNT);
        bits.set(0, Shard.COUNT);
        return new Holding(bits, Instant.MAX);
    }

    /**
     * The same for longer. What has lapsed stays so, since another may have it by now; who asks the
     * table learns what is left.
     */
    Holding longer(Instant later, Instant now) {
        return now.isBefore(until) ? new Holding(shards, later) : this;
    }

    boolean has(int shard, Instant now) {
        return shards.get(shard) && now.isBefore(until);
    }

    /** Those that it has then and this one had not. */
    Set<Integer> gainedBy(Holding next, Instant now) {
        Set<Integer> gained = new TreeSet<>();
        for (int shard = 0; shard < Shard.COUNT; shard++) {
            if (next.has(shard, now) && !has(shard, now)) {
                gained.add(shard);
            }
        }
        return gained;
    }
}
