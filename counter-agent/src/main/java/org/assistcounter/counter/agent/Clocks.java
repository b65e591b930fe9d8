package org.assistcounter.counter.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.ClockReading.ClockQuality;

/**
 * The agent's clocks; nothing else reads one. The wall clock is the operating system's: a claim of
 * the network where systemd-timesyncd says that it was set, and else of nobody. Its error is not
 * known, so the latest date allows an hour.
 */
final class Clocks {
    private static final long UNKNOWN_ERROR_MILLIS = TimeUnit.HOURS.toMillis(1);

    private static final long ERROR_MILLIS_MAX = 0xFFFF_FFFFL;
    private static final Path SET_BY_NETWORK = Path.of("/run/systemd/timesync/synchronized");

    private final long startNanos = System.nanoTime();
    private final ZoneId zone;

    Clocks(ZoneId zone) {
        this.zone = zone;
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    Moment moment() {
        Instant now = Instant.now();
        return new Moment(
                millis(),
                LocalDate.ofInstant(now.plusMillis(UNKNOWN_ERROR_MILLIS), zone),
                now.toEpochMilli());
    }

    LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), zone);
    }

    LocalDateTime localTime() {
        return LocalDateTime.ofInstant(Instant.now(), zone);
    }

    /** A moment of the journal as the clock on the wall showed it. */
    LocalDateTime localTime(long wallMillis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(wallMillis), zone);
    }

    ClockReading reading() {
        boolean isSet = Files.exists(SET_BY_NETWORK);
        return new ClockReading(
                millis(),
                System.currentTimeMillis(),
                isSet ? ClockQuality.NETWORK : ClockQuality.NONE,
                isSet ? UNKNOWN_ERROR_MILLIS : ERROR_MILLIS_MAX);
    }
}
