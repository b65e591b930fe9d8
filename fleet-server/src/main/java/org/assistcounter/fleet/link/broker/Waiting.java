package org.assistcounter.fleet.link.broker;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes are heard and not done with, so that memory is bounded. */
final class Waiting {
    private final long bytesMax;
    private final AtomicLong bytes = new AtomicLong();

    Waiting(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes so much; false when there is no room for it. */
    boolean enter(int length) {
        if (bytes.addAndGet(length) <= bytesMax) {
            return true;
        }
        leave(length);
        return false;
    }

    /** Gives it back. */
    void leave(int length) {
        bytes.addAndGet(-length);
    }

    long bytes() {
        return bytes.get();
    }
}
