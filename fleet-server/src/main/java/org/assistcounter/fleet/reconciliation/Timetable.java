package org.assistcounter.fleet.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.assistcounter.fleet.settings.BusinessZone;
import org.jspecify.annotations.Nullable;

/**
 * When a day is compared: once each morning after the wallets have made their bills of the day
 * before (Alipay by nine, WeChat Pay by ten), for seven days; while a bill is not there or not
 * believed, every hour.
 */
public final class Timetable {
    /** How many days that are over are looked at again. */
    public static final int DAYS = 7;

    private static final LocalTime BILLS_ARE_MADE = LocalTime.of(10, 15);
    private static final Duration AGAIN = Duration.ofHours(1);

    /** A wallet that has no bill of a day by then has booked nothing on it. */
    private static final Duration NOTHING_AFTER = Duration.ofDays(2);

    /** A bill that comes by itself has come by then. */
    private static final Duration LATE_AFTER = Duration.ofDays(2);

    private Timetable() {}

    /** The days that are looked at now, oldest first. */
    public static List<LocalDate> days(Instant now) {
        LocalDate today = BusinessZone.day(now);
        return today.minusDays(DAYS).datesUntil(today).toList();
    }

    /** Whether a day is to be compared now. */
    public static boolean isDue(LocalDate day, @Nullable DayStanding last, Instant now) {
        Instant made = lastMorning(now);
        Instant own = day.plusDays(1).atTime(BILLS_ARE_MADE).atZone(BusinessZone.HOME).toInstant();
        if (now.isBefore(own)) {
            return false;
        }
        if (last == null) {
            return true;
        }
        Instant compared = last.comparedAt();
        return switch (last.state()) {
            case WAITING, REFUSED -> !last.triedAt().plus(AGAIN).isAfter(now);
            case COMPARED -> compared == null || compared.isBefore(made);
        };
    }

    /** The newest moment at which all bills of the day before are made. */
    static Instant lastMorning(Instant now) {
        Instant today =
                BusinessZone.day(now).atTime(BILLS_ARE_MADE).atZone(BusinessZone.HOME).toInstant();
        return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    }

    /** Whether a wallet without a bill of this day has booked nothing on it. */
    public static boolean isNothingFinal(LocalDate day, Instant now) {
        return now.isAfter(end(day).plus(NOTHING_AFTER));
    }

    /** Whether a day's bill should long be there and somebody has to ask for it. */
    public static boolean isLate(DayStanding standing, Instant now) {
        return switch (standing.state()) {
            case WAITING, REFUSED -> now.isAfter(end(standing.day()).plus(LATE_AFTER));
            case COMPARED -> false;
        };
    }

    /** The moment at which a day is over. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessZone.HOME).toInstant();
    }
}
