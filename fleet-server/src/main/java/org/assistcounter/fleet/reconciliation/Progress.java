package org.assistcounter.fleet.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a round is.
 *
 * @param at what is being done; null before and after
 * @param endedAt null while it goes on
 */
public record Progress(
        Instant startedAt,
        int steps,
        int done,
        int failed,
        @Nullable Step at,
        @Nullable Instant endedAt) {

    /** A day with a source. */
    public record Step(Source source, LocalDate day) {}

    /** Whether it goes on. */
    public boolean isRunning() {
        return endedAt == null;
    }

    /** What is still to be done. */
    public int left() {
        return steps - done - failed;
    }

    Progress doing(Step step) {
        return new Progress(startedAt, steps, done, failed, step, null);
    }

    Progress after(boolean isDone) {
        int good = isDone ? 1 : 0;
        return new Progress(startedAt, steps, done + good, failed + 1 - good, at, null);
    }

    Progress ended(Instant now) {
        return new Progress(startedAt, steps, done, failed, null, now);
    }
}
