package org.assistcounter.fleet.complaints.web;

import java.util.function.Function;
import org.assistcounter.fleet.complaints.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper typed, as it can be kept: too much of it is cut, between characters, and what no
 * database keeps and no page shows is left out.
 */
public record ClaimForm(String code, String contact, String said) {
    private static final int CODE_MAX = 16;
    private static final int CONTACT_MIN = 5;
    private static final int LINE_FEED = '\n';

    /** Reads the fields by their names; one that is missing is empty. */
    public static ClaimForm of(Function<String, @Nullable String> fields) {
        return new ClaimForm(
                typed(fields.apply("code"), CODE_MAX),
                typed(fields.apply("contact"), Claim.CONTACT_MAX),
                typed(fields.apply("said"), Claim.SAID_MAX));
    }

    /** Whether anybody could be reached by it. */
    public boolean isReachable() {
        return contact.length() >= CONTACT_MIN;
    }

    private static String typed(@Nullable String value, int max) {
        StringBuilder shown = new StringBuilder();
        String text = value == null ? "" : value;
        text.codePoints().filter(ClaimForm::isKept).forEach(shown::appendCodePoint);
        String typed = shown.toString().strip();
        if (typed.length() <= max) {
            return typed;
        }
        boolean isBetween = !Character.isHighSurrogate(typed.charAt(max - 1));
        return typed.substring(0, isBetween ? max : max - 1).strip();
    }

    private static boolean isKept(int each) {
        int type = Character.getType(each);
        boolean isShown = type != Character.CONTROL && type != Character.SURROGATE;
        return isShown || each == LINE_FEED;
    }
}
