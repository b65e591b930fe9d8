package org.assistcounter.fleet.signatures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many a second, over the last minute. It has no clock. */
final class Rate {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Done> lately = new ArrayDeque<>();
    private long total;

    private record Done(Instant at, long count) {}

    synchronized void done(Instant at, long count) {
        lately.add(new Done(at, count));
        total += count;
        forget(at);
    }

    /** How many in all. */
    synchronized long total() {
        return total;
    }

    synchronized double perSecond(Instant now) {
        forget(now);
        long count = lately.stream().mapToLong(Done::count).sum();
        return (double) count / WINDOW.toSeconds();
    }

    private void forget(Instant now) {
        Instant before = now.minus(WINDOW);
        while (!lately.isEmpty() && lately.getFirst().at().isBefore(before)) {
            lately.removeFirst();
        }
    }
}
