package org.assistcounter.fleet.evidence;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How far an export is, for whoever looks from another thread. */
public final class ExportProgress {
    private final String who;
    private final Instant startedAt;
    private final AtomicLong counters = new AtomicLong();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean finished = new AtomicBoolean();

    public ExportProgress(String who, Instant startedAt) {
        this.who = who;
        this.startedAt = startedAt;
    }

    void counterDone() {
        counters.incrementAndGet();
    }

    void records(int count, long size) {
        records.addAndGet(count);
        bytes.addAndGet(size);
    }

    void finished() {
        finished.set(true);
    }

    /** How far it is now. */
    public Standing standing() {
        return new Standing(
                who, startedAt, counters.get(), records.get(), bytes.get(), finished.get());
    }

    /** How far an export was at one moment. */
    public record Standing(
            String who,
            Instant startedAt,
            long counters,
            long records,
            long bytes,
            boolean isFinished) {}
}
