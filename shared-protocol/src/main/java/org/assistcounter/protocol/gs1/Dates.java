package org.assistcounter.protocol.gs1;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The six digits YYMMDD. */
final class Dates {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final int CENTURY = 100;
    private static final int YEARS_AHEAD = 50;
    private static final int YEARS_BACK = 49;
    private static final int REFERENCE_MIN = 1_000;
    private static final int REFERENCE_MAX = 9_000;
    private static final int MONTHS = 12;

    private Dates() {}

    /**
     * Day 00 is the last day of the month (GS1 General Specifications, 3.4), unless a day is
     * needed.
     *
     * @param digits six digits
     */
    static LocalDate read(String digits, boolean isDayNeeded, int referenceYear)
            throws MalformedGs1Exception {
        int year = year(Integer.parseInt(digits, 0, 2, 10), referenceYear);
        int month = Integer.parseInt(digits, 2, 4, 10);
        int day = Integer.parseInt(digits, 4, 6, 10);
        if (month < 1 || month > MONTHS) {
            throw noSuchDate(digits, "there is no month " + digits.substring(2, 4));
        }
        YearMonth named = YearMonth.of(year, month);
        if (day == 0 && isDayNeeded) {
            throw new MalformedGs1Exception(
                    Reason.NO_DAY, digits + " names a month, and here a day is needed");
        }
        if (day > named.lengthOfMonth()) {
            throw noSuchDate(digits, named + " has no day " + day);
        }
        return day == 0 ? named.atEndOfMonth() : named.atDay(day);
    }

    static String write(LocalDate date) {
        return WRITTEN.format(date);
    }

    /**
     * From 49 years before the reference year to 50 after it (GS1 General Specifications, 7.12).
     */
    private static int year(int twoDigits, int referenceYear) throws MalformedGs1Exception {
        if (referenceYear < REFERENCE_MIN || referenceYear > REFERENCE_MAX) {
            throw new MalformedGs1Exception(
                    Reason.REFERENCE_YEAR,
                    "the year " + referenceYear + " tells no century of a date");
        }
        int inCentury = referenceYear % CENTURY;
        int ahead = twoDigits - inCentury;
        int year = referenceYear - inCentury + twoDigits;
        if (ahead > YEARS_AHEAD) {
            return year - CENTURY;
        }
        return ahead < -YEARS_BACK ? year + CENTURY : year;
    }

    private static MalformedGs1Exception noSuchDate(String digits, String why) {
        return new MalformedGs1Exception(
                Reason.NO_SUCH_DATE, digits + " is no date (YYMMDD): " + why);
    }
}
