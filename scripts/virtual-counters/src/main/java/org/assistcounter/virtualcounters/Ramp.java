package org.assistcounter.virtualcounters;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Connects the counters of a loop one after another, so many at a time. */
final class Ramp {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final CounterLoop loop;
    private final int most;
    private final Iterator<VirtualCounter> left;
    private final Queue<VirtualCounter> connecting = new ArrayDeque<>();

    Ramp(CounterLoop loop, int most) {
        this.loop = loop;
        this.most = most;
        this.left = loop.counters().iterator();
    }

    /** Goes on until all have been told. */
    void next() {
        connecting.removeIf(VirtualCounter::isConnected);
        while (left.hasNext() && connecting.size() < most) {
            VirtualCounter counter = left.next();
            counter.connects();
            connecting.add(counter);
        }
        if (left.hasNext()) {
            loop.later(LOOK_NANOS, this::next);
        }
    }
}
