package org.assistcounter.fleet.dashboards;

import java.time.Duration;
import java.time.Instant;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.fleet.counters.Roster;
import org.assistcounter.fleet.doubts.SilenceWatch;

/**
 * How a counter stands, by its connection and when it was last heard of. Those that need somebody
 * come first.
 */
enum Standing {
    /** Not heard of for so long that somebody has to go there. */
    SILENT,
    /** Not heard of for longer than a tunnel or a restart explains. */
    LATE,
    /** Has its certificate and has never spoken. */
    NEVER_HEARD,
    /** Not connected; heard of so lately that a restart or a tunnel may explain it. */
    HEARD,
    /** Connected now. */
    ONLINE,
    /** May not connect. */
    SUSPENDED,
    /** Stands nowhere any more. */
    RETIRED;

    private static final Duration LATELY = Duration.ofHours(4);

    static Standing of(Counter counter, boolean isConnected, Instant now) {
        if (!counter.mayConnect()) {
            return counter.status() == CounterStatus.RETIRED ? RETIRED : SUSPENDED;
        }
        if (isConnected) {
            return ONLINE;
        }
        Instant seen = counter.lastSeenAt();
        return seen == null ? NEVER_HEARD : of(Duration.between(seen, now));
    }

    private static Standing of(Duration silence) {
        if (silence.compareTo(LATELY) < 0) {
            return HEARD;
        }
        return silence.compareTo(SilenceWatch.SILENT_AFTER) <= 0 ? LATE : SILENT;
    }

    /** The same for a database that sorts by it. */
    static Roster.Hearing hearing(Instant now) {
        return new Roster.Hearing(now.minus(SilenceWatch.SILENT_AFTER), now.minus(LATELY));
    }

    boolean needsSomebody() {
        return this == SILENT || this == LATE;
    }
}
