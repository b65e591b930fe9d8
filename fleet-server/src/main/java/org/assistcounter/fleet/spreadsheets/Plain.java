package org.assistcounter.fleet.spreadsheets;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Texts without what a keyboard or a web page put around and into them. */
final class Plain {

    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");

    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char ORDER_MARK = '\uFEFF';

    private Plain() {}

    static boolean isBlank(String text) {
        return stripped(text).isEmpty();
    }

    /** For names: nothing within is changed. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** For numbers, days and codes: full-width letters and digits become usual ones. */
    static String narrow(String text) {
        String narrow = Normalizer.normalize(stripped(text), Normalizer.Form.NFKC);
        return DASHES.matcher(narrow).replaceAll("-");
    }

    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit)
                || Character.isSpaceChar(unit)
                || unit == ZERO_WIDTH_SPACE
                || unit == ORDER_MARK;
    }
}
