package org.assistcounter.benchmarks;

import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.assistcounter.counter.sale.CounterState;
import org.jspecify.annotations.Nullable;

/** The counter's newest state, for a shopper who waits for the next page. */
final class Seen {
    private static final long PATIENCE_MILLIS = 30_000;

    private @Nullable CounterState state;
    private @Nullable Throwable bug;

    synchronized void show(CounterState next) {
        state = next;
        notifyAll();
    }

    synchronized void failed(Throwable cause) {
        bug = cause;
        notifyAll();
    }

    CounterState await(Predicate<CounterState> wanted)
            throws InterruptedException, TimeoutException {
        CounterState found = await(wanted, PATIENCE_MILLIS);
        if (found == null) {
            throw new TimeoutException("the counter stays at " + state);
        }
        return found;
    }

    /** The state when it is as wanted; null when the time is over. */
    synchronized @Nullable CounterState await(Predicate<CounterState> wanted, long millis)
            throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (state == null || !wanted.test(state)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (bug != null) {
                throw new IllegalStateException("the counter failed", bug);
            }
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return state;
    }
}
