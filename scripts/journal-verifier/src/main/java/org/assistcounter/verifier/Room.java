package org.assistcounter.verifier;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * The memory that counters share while they are checked side by side. Each takes the most that it
 * may need before it begins, so that a heap holds whatever an export claims and however many cores
 * there are: many small counters at once, and few large ones.
 */
final class Room {
    private static final int UNIT = 1 << 10;

    /** Buffers, and a thousand errors. */
    private static final long EACH = 1 << 19;

    /** Open sales, hashes and rows, for each byte that is read. */
    private static final int A_BYTE = 6;

    /** Where the limits of what a journal makes grow are reached. */
    private static final long LARGEST = 20 << 20;

    private final int units;
    private final Semaphore free;

    Room(long bytes) {
        this.units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(units, true);
    }

    /** The rest is for names, hashes and results of all counters. */
    static Room ofHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / 8 * 5);
    }

    /** Something that is done in memory. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    /** Waits until there is room for a counter of so many bytes; where it never is, for all. */
    void with(long bytes, Work work) throws IOException, InterruptedException {
        int need = (int) Math.min(units, need(bytes) / UNIT);
        free.acquire(need);
        try {
            work.run();
        } finally {
            free.release(need);
        }
    }

    static long need(long bytes) {
        return EACH + Math.min(LARGEST / A_BYTE, bytes) * A_BYTE;
    }
}
