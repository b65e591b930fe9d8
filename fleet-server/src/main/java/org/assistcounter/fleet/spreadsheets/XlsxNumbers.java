package org.assistcounter.fleet.spreadsheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers of an XLSX file as a person sees them. */
final class XlsxNumbers {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{0,40}(\\.[0-9]{0,60})?([eE][+-]?[0-9]{1,3})?");

    /** What a spreadsheet shows; the file has 17 digits and 1.1 as 1.1000000000000001. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int DAYS_UNTIL_9999 = 2_958_465;
    private static final int DAYS_UNTIL_1904 = 1_462;

    private XlsxNumbers() {}

    /** Without exponent and without zeros at the end; as it stands when it is no number. */
    static String plain(String raw) {
        if (WHOLE.matcher(raw).matches()) {
            return raw;
        }
        return isNumber(raw)
                ? new BigDecimal(raw).round(SHOWN).stripTrailingZeros().toPlainString()
                : raw;
    }

    /** A number in a cell whose format shows days: a day, a time of day or both. */
    static String day(String raw, boolean from1904) {
        if (!isNumber(raw)) {
            return raw;
        }
        BigDecimal days = new BigDecimal(raw);
        if (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(DAYS_UNTIL_9999)) > 0) {
            return plain(raw);
        }
        long seconds =
                days.multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY))
                        .add(new BigDecimal("0.5"))
                        .longValue();
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_A_DAY);
        long whole = seconds / SECONDS_OF_A_DAY;
        if (whole == 0 && !from1904) {
            return TIME.format(time);
        }
        LocalDate date = date(whole + (from1904 ? DAYS_UNTIL_1904 : 0));
        return time.equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : MOMENT.format(LocalDateTime.of(date, time));
    }

    /** The first spreadsheets took 1900 for a leap year, and all have counted so since. */
    private static LocalDate date(long days) {
        LocalDate epoch = LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        return epoch.plusDays(days);
    }

    private static boolean isNumber(String raw) {
        return NUMBER.matcher(raw).matches()
                && raw.chars().anyMatch(Character::isDigit)
                && Character.isDigit(firstOfDigits(raw));
    }

    private static char firstOfDigits(String raw) {
        int at = raw.startsWith("-") || raw.startsWith("+") ? 1 : 0;
        at += raw.startsWith(".", at) ? 1 : 0;
        return at < raw.length() ? raw.charAt(at) : ' ';
    }
}
