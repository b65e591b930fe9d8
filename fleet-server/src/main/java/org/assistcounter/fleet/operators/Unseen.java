package org.assistcounter.fleet.operators;

import java.util.regex.Pattern;

/** Letters that nobody sees: they could turn a name around or break a line of a log. */
public final class Unseen {

    private static final Pattern LETTER = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Unseen() {}

    /** Whether there is one. */
    static boolean isIn(String text) {
        return LETTER.matcher(text).find();
    }

    /** The text on one line, with blanks instead of them. */
    public static String blanked(String text) {
        return LETTER.matcher(text).replaceAll(" ");
    }
}
