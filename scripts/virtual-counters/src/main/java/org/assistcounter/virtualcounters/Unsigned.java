package org.assistcounter.virtualcounters;

import java.util.ArrayDeque;
import java.util.Queue;

/** When records were written whose checkpoint has not come. */
final class Unsigned {
    private final Queue<Written> waiting = new ArrayDeque<>(4);

    private long newestSignedNanos = Long.MIN_VALUE;

    /** When the newest record was written that is signed for. */
    long newestSignedNanos() {
        return newestSignedNanos;
    }

    /** Records that were written together; the newest has this number. */
    private record Written(long seq, int records, long nanos) {}

    void written(long seq, int records, long nowNanos) {
        waiting.add(new Written(seq, records, nowNanos));
    }

    /** The fleet has signed for all up to this number, and the signature was checked. */
    void signed(long seq, long nowNanos, Meters meters) {
        while (!waiting.isEmpty() && waiting.peek().seq() <= seq) {
            Written done = waiting.remove();
            newestSignedNanos = done.nanos();
            meters.acknowledged(done.records(), nowNanos - done.nanos());
        }
    }
}
