package org.assistcounter.scripts.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what has no bell: asks again and again until it is so or the time is over. */
public final class Patience {
    private static final long STEP_MILLIS = 25;

    private Patience() {}

    /** Whether it became so in time. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(STEP_MILLIS);
        }
        return true;
    }

    /** Sleeps; interrupted, it gives up everything that waits here. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }
}
