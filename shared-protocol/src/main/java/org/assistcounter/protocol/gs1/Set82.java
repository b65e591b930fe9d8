package org.assistcounter.protocol.gs1;

import java.util.Locale;

/** GS1 AI encodable character set 82 (GS1 General Specifications, figure 7.11-1). */
final class Set82 {
    private static final String SIGNS = "!\"%&'()*+,-./:;<=>?_";

    private Set82() {}

    static boolean has(String text) {
        return firstOutside(text) < 0;
    }

    /** Where the first character outside the set stands, or -1. */
    static int firstOutside(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!has(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean has(char each) {
        return (each >= '0' && each <= '9')
                || (each >= 'A' && each <= 'Z')
                || (each >= 'a' && each <= 'z')
                || SIGNS.indexOf(each) >= 0;
    }

    /** A character as a sentence can show it, also one that has no picture. */
    static String shown(char each) {
        return each > ' ' && each <= '~'
                ? "'" + each + "'"
                : String.format(Locale.ROOT, "U+%04X", (int) each);
    }
}
