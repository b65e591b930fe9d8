package org.assistcounter.virtualcounters;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads for a moment only, now and then.
 *
 * @param reads whether it reads, from now on
 */
record SlowReader(CounterLoop loop, Consumer<Boolean> reads) {
    private static final long READING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(3);

    void read() {
        reads.accept(true);
        loop.later(READING_NANOS, () -> reads.accept(false));
        loop.later(PAUSE_NANOS, this::read);
    }
}
