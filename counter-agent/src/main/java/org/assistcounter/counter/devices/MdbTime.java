package org.assistcounter.counter.devices;

import java.time.LocalDateTime;
import java.time.temporal.IsoFields;

/** A moment as WRITE TIME/DATE has it (MDB/ICP 4.2 §7.4.18). */
final class MdbTime {

    private static final String SUMMERTIME_AND_HOLIDAY_NOT_KNOWN = "FFFF";

    private MdbTime() {}

    /** Year, month, day, hour, minute, second, weekday (Monday is 1), week: two digits each. */
    static String bcd(LocalDateTime time) {
        return two(time.getYear() % 100)
                + two(time.getMonthValue())
                + two(time.getDayOfMonth())
                + two(time.getHour())
                + two(time.getMinute())
                + two(time.getSecond())
                + two(time.getDayOfWeek().getValue())
                + two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                + SUMMERTIME_AND_HOLIDAY_NOT_KNOWN;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
