package org.assistcounter.virtualcounters;

import java.util.concurrent.TimeUnit;

/** Ends a process of ours, kindly first. */
final class Ending {
    private static final long STOP_SECONDS_MAX = 30;

    private Ending() {}

    static void of(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
