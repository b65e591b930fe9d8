package org.assistcounter.fleet.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The zone by which the fleet as a whole counts its days: China has one. What happens at a counter
 * has the day of the counter's site.
 */
public final class BusinessZone {
    public static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    private BusinessZone() {}

    /** Which day it is then. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, HOME);
    }
}
