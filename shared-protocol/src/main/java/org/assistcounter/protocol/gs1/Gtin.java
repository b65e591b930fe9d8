package org.assistcounter.protocol.gs1;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Global Trade Item Number in its 14 digits, whatever it was scanned as: EAN-8, UPC-A, EAN-13 and
 * ITF-14 name the same article when only zeros in front differ (GS1 General Specifications, 3.3).
 */
public record Gtin(String digits) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int LENGTH = 14;
    private static final int EAN13_LENGTH = 13;
    // A GTIN-8 has six zeros in front, and no GTIN-13 does (GS1 General Specifications, 1.4.2).
    private static final String GTIN8_PREFIX = "000000";

    public Gtin {
        if (digits.length() != LENGTH || !isNumber(digits) || !hasItsCheckDigit(digits)) {
            throw new IllegalArgumentException("not a GTIN of 14 digits: " + digits);
        }
    }

    /** Reads 8, 12, 13 or 14 digits. */
    public static Gtin read(String text) throws MalformedGs1Exception {
        if (!isNumber(text)) {
            throw new MalformedGs1Exception(
                    Reason.NOT_DIGITS, "an article number has digits alone, and this has not");
        }
        switch (text.length()) {
            case 8, 12, EAN13_LENGTH, LENGTH -> {}
            default ->
                    throw new MalformedGs1Exception(
                            Reason.WRONG_LENGTH,
                            "an article number has 8, 12, 13 or 14 digits, and this has "
                                    + text.length());
        }
        String digits = "0".repeat(LENGTH - text.length()) + text;
        if (!hasItsCheckDigit(digits)) {
            throw new MalformedGs1Exception(
                    Reason.WRONG_CHECK_DIGIT,
                    "wrong check digit: the last digit of %s has to be %d"
                            .formatted(text, checkDigit(digits)));
        }
        return new Gtin(digits);
    }

    /** The GTIN-13 that begins with these 12 digits; only its check digit is missing in them. */
    public static Gtin ofFirst12(String first12) {
        if (first12.length() != EAN13_LENGTH - 1 || !isNumber(first12)) {
            throw new IllegalArgumentException("not 12 digits: " + first12);
        }
        String padded = "0" + first12;
        return new Gtin(padded + checkDigit(padded));
    }

    /** What an EAN-13 symbol carries; empty for a case (GTIN-14) and for a GTIN-8. */
    public Optional<String> ean13() {
        return digits.startsWith("0") && !digits.startsWith(GTIN8_PREFIX)
                ? Optional.of(digits.substring(1))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }

    static boolean isNumber(String text) {
        return DIGITS.matcher(text).matches();
    }

    private static boolean hasItsCheckDigit(String digits) {
        return digits.charAt(LENGTH - 1) - '0' == checkDigit(digits);
    }

    /** Weights 3 and 1 from the left over the first 13 digits (GS1 General Specifications, 7.9). */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int at = 0; at < LENGTH - 1; at++) {
            sum += (digits.charAt(at) - '0') * (at % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }
}
