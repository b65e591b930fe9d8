package org.assistcounter.virtualcounters;

import java.util.concurrent.TimeUnit;

/** One alarm at a time: the earliest that was asked for. */
final class Alarm {
    private final CounterLoop loop;
    private final Runnable due;
    private long plannedMillis = Long.MAX_VALUE;

    Alarm(CounterLoop loop, Runnable due) {
        this.loop = loop;
        this.due = due;
    }

    void at(long dueMillis, long nowMillis) {
        if (dueMillis < plannedMillis) {
            plannedMillis = dueMillis;
            long waitMillis = Math.max(0, dueMillis - nowMillis);
            loop.later(TimeUnit.MILLISECONDS.toNanos(waitMillis), () -> rings(dueMillis));
        }
    }

    private void rings(long dueMillis) {
        if (dueMillis == plannedMillis) {
            plannedMillis = Long.MAX_VALUE;
            due.run();
        }
    }
}
