package org.assistcounter.fleet.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the comparison of a day with a source is.
 *
 * @param fault why its bill is not believed; empty otherwise
 * @param comparedAt null as long as it was never compared
 */
public record DayStanding(
        Source source,
        LocalDate day,
        State state,
        String fault,
        Instant triedAt,
        @Nullable Instant comparedAt) {

    /** How the last try ended. */
    public enum State {
        /** The bill is not there yet. */
        WAITING,
        /** What came is not believed. */
        REFUSED,
        COMPARED
    }
}
