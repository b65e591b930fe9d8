package org.assistcounter.fleet.link;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How many bytes of messages are heard and not done with, so that memory is bounded. What there is
 * no room for is let go, and its counter sends it again.
 */
@Component
public final class Waiting {
    private static final long BYTES_MAX = 256L << 20;

    /** What a message takes beside its body. */
    private static final int OWN_BYTES = 512;

    private final long bytesMax;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong letGo = new AtomicLong();

    @Autowired
    Waiting() {
        this(BYTES_MAX);
    }

    /**
     * @param bytesMax at once
     */
    Waiting(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes a message of so many bytes; false when there is no room for it. */
    public boolean enter(int length) {
        if (bytes.addAndGet(OWN_BYTES + length) <= bytesMax) {
            return true;
        }
        leave(length);
        letGo.incrementAndGet();
        return false;
    }

    /** Gives it back. */
    public void leave(int length) {
        bytes.addAndGet(-OWN_BYTES - length);
    }

    /** Messages that there was no room for, since the start. */
    long letGo() {
        return letGo.get();
    }
}
