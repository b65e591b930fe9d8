package org.assistcounter.virtualcounters;

import java.util.concurrent.TimeUnit;

/** Ends a process of ours. */
final class Ending {
    /** One that has rehearsed writes down what it knows. */
    private static final long STOP_SECONDS_MAX = 120;

    private Ending() {}

    /** Kindly first. */
    static void of(Process process) {
        process.destroy();
        if (!isOver(process)) {
            process.destroyForcibly();
        }
    }

    /** At once, as a power cut does. */
    static void suddenly(Process process) {
        var _ = isOver(process.destroyForcibly());
    }

    private static boolean isOver(Process process) {
        try {
            return process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
