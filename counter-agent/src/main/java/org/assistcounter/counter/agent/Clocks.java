package org.assistcounter.counter.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.ClockReading.ClockQuality;

/**
 * The agent's clocks; nothing else reads one. The wall clock is the operating system's, whose error
 * is not known, so the latest date allows an hour.
 */
final class Clocks {
    private static final long UNKNOWN_ERROR_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final long startNanos = System.nanoTime();
    private final ZoneId zone;

    Clocks(ZoneId zone) {
        this.zone = zone;
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    Moment moment() {
        return new Moment(
                millis(),
                LocalDate.ofInstant(Instant.now().plusMillis(UNKNOWN_ERROR_MILLIS), zone));
    }

    LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), zone);
    }

    ClockReading reading() {
        return new ClockReading(
                millis(), System.currentTimeMillis(), ClockQuality.NETWORK, UNKNOWN_ERROR_MILLIS);
    }
}
