package org.assistcounter.fleet.spreadsheets;

import static org.assistcounter.fleet.spreadsheets.Parsed.value;
import static org.assistcounter.fleet.spreadsheets.Parsed.wrong;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ready parsers of cells. None is given an empty cell; what they cannot take they say in a word.
 */
public final class Parse {

    private static final String DIGITS = "([0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})";
    private static final Pattern WHOLE = Pattern.compile("([+-]?)" + DIGITS + "(?:\\.0{1,20})?");
    private static final Pattern YUAN =
            Pattern.compile(
                    "(?:¥|cny|rmb)? ?([+-]?) ?(?:¥ ?)?"
                            + DIGITS
                            + "(?:\\.([0-9]{1,20}))? ?(?:元|yuan|cny|rmb)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE =
            Pattern.compile(
                    "([0-9]{4})(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)"
                            + "(?:[ T]0{1,2}(?::00){1,2}(?:\\.0+)?)?");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");
    private static final Map<String, Boolean> YES_NO =
            Map.of(
                    "是", true, "yes", true, "true", true, "1", true, //
                    "否", false, "no", false, "false", false, "0", false);

    private Parse() {}

    /** A name or a note as it was written, without space around it. */
    public static Function<String, Parsed<String>> text(int charsMax) {
        return raw -> {
            String text = Plain.stripped(raw).replace("\r\n", "\n");
            if (text.codePointCount(0, text.length()) > charsMax) {
                return wrong("too-long");
            }
            boolean strange = text.chars().anyMatch(Parse::isStrange);
            return strange ? wrong("strange-characters") : value(text);
        };
    }

    /** Latin letters, digits and what joins them, such as a product's code. */
    public static Function<String, Parsed<String>> code(int charsMax) {
        return raw -> {
            String text = Plain.narrow(raw);
            if (text.length() > charsMax) {
                return wrong("too-long");
            }
            return CODE.matcher(text).matches() ? value(text) : wrong("not-a-code");
        };
    }

    /** A number of exactly so many digits that is a name, such as a county's six. */
    public static Function<String, Parsed<String>> digits(int count) {
        Pattern pattern = Pattern.compile("[0-9]{" + count + "}");
        return raw -> {
            String text = Plain.narrow(raw);
            return pattern.matcher(text).matches() ? value(text) : wrong("not-so-many-digits");
        };
    }

    /** A whole number, with or without commas between thousands. */
    public static Function<String, Parsed<Long>> whole(long least, long most) {
        return raw -> {
            Matcher number = WHOLE.matcher(Plain.narrow(raw));
            return number.matches()
                    ? within(least, most, signed(number.group(1), digits(number.group(2))))
                    : wrong("not-a-whole-number");
        };
    }

    /** An amount in yuan, as fen. */
    public static Function<String, Parsed<Long>> fen(long least, long most) {
        return raw -> {
            Matcher number = YUAN.matcher(Plain.narrow(raw));
            if (!number.matches()) {
                return wrong("not-an-amount");
            }
            String fraction = number.group(3) == null ? "" : number.group(3);
            String padded = (fraction + "00").substring(0, 2);
            if (!fraction.substring(Math.min(2, fraction.length())).matches("0*")) {
                return wrong("parts-of-a-fen");
            }
            long fen = digits(number.group(2)) * 100 + Long.parseLong(padded);
            return within(least, most, signed(number.group(1), fen));
        };
    }

    /** A day: 2026-11-22, 2026/11/22, 2026.11.22 or 2026年11月22日. */
    public static Function<String, Parsed<LocalDate>> date() {
        return raw -> {
            Matcher date = DATE.matcher(Plain.narrow(raw));
            if (!date.matches()) {
                return wrong("not-a-date");
            }
            int month = date.group(2) == null ? 5 : 3;
            try {
                return value(
                        LocalDate.of(
                                Integer.parseInt(date.group(1)),
                                Integer.parseInt(date.group(month)),
                                Integer.parseInt(date.group(month + 1))));
            } catch (DateTimeException e) {
                return wrong("no-such-day");
            }
        };
    }

    /** Yes or no in Chinese, English or as spreadsheets and databases write it. */
    public static Function<String, Parsed<Boolean>> yesNo() {
        return oneOf(YES_NO, "neither-yes-nor-no");
    }

    /**
     * One of these words, whatever the case of its letters; the value is the word as given here.
     */
    public static Function<String, Parsed<String>> oneOf(String... words) {
        Map<String, String> all = new HashMap<>();
        Arrays.stream(words).forEach(word -> all.put(word, word));
        return oneOf(all);
    }

    /** What one of these words stands for, whatever the case of its letters. */
    public static <V> Function<String, Parsed<V>> oneOf(Map<String, V> words) {
        return oneOf(words, "not-one-of-the-words");
    }

    private static <V> Function<String, Parsed<V>> oneOf(Map<String, V> words, String otherwise) {
        Map<String, V> narrow = new HashMap<>();
        words.forEach((word, meaning) -> narrow.put(folded(word), meaning));
        return raw -> {
            V meaning = narrow.get(folded(raw));
            return meaning == null ? wrong(otherwise) : value(meaning);
        };
    }

    private static String folded(String word) {
        return Plain.narrow(word).toLowerCase(Locale.ROOT);
    }

    private static long digits(String grouped) {
        return Long.parseLong(grouped.replace(",", ""));
    }

    private static long signed(String sign, long number) {
        return sign.equals("-") ? -number : number;
    }

    private static Parsed<Long> within(long least, long most, long number) {
        if (number < least) {
            return wrong("too-small");
        }
        return number > most ? wrong("too-big") : value(number);
    }

    /** The last is what is left of a character that a conversion has lost. */
    private static boolean isStrange(int unit) {
        return (Character.getType(unit) == Character.CONTROL && unit != '\n') || unit == 0xFFFD;
    }
}
