package org.assistcounter.simulation;

import java.time.Duration;

/** How long something took, by the clock on the wall and in the processors. */
final class Stopwatch {
    private final long startNanos;
    private final Duration usedBefore;

    /**
     * @param seconds by the wall
     * @param processorSeconds of all threads together, compiler and collector too
     */
    record Took(double seconds, double processorSeconds) {}

    private Stopwatch(long startNanos, Duration usedBefore) {
        this.startNanos = startNanos;
        this.usedBefore = usedBefore;
    }

    static Stopwatch started() {
        return new Stopwatch(System.nanoTime(), used());
    }

    Took took() {
        return new Took(
                (System.nanoTime() - startNanos) / 1e9, used().minus(usedBefore).toNanos() / 1e9);
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
