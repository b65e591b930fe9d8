package org.assistcounter.simulators.world;

import java.util.PriorityQueue;

/**
 * The clock and the queue of a simulation: what is due next happens next, in the order it was asked
 * for. The same steps from the same start give the same run.
 */
public final class World {

    private record Due(long atMillis, long number, Runnable action) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long nowMillis;
    private long number;

    /** The time in the world. */
    public long nowMillis() {
        return nowMillis;
    }

    /** Lets something happen at a time, or now if that is past. */
    public void at(long atMillis, Runnable action) {
        queue.add(new Due(Math.max(atMillis, nowMillis), number++, action));
    }

    /** When the next thing happens; Long.MAX_VALUE when nothing is due. */
    public long nextMillis() {
        Due due = queue.peek();
        return due == null ? Long.MAX_VALUE : due.atMillis();
    }

    /** Lets everything happen that is due in the next milliseconds. */
    public void run(long millis) {
        long end = nowMillis + millis;
        for (Due due = queue.peek(); due != null && due.atMillis() <= end; due = queue.peek()) {
            queue.remove();
            nowMillis = due.atMillis();
            due.action().run();
        }
        nowMillis = end;
    }
}
