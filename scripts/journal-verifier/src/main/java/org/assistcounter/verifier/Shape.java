package org.assistcounter.verifier;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assistcounter.verifier.CborValue.Bytes;
import org.assistcounter.verifier.CborValue.Flag;
import org.assistcounter.verifier.CborValue.Text;
import org.assistcounter.verifier.CborValue.Whole;

/** What a single field may hold, and the words that say so in an error. */
record Shape(String words, Predicate<CborValue> accepts) {

    private static final int LONG_BITS = 63;

    static final Shape ANY = new Shape("anything", value -> true);
    static final Shape TEXT = new Shape("text", Text.class::isInstance);
    static final Shape FLAG = new Shape("true or false", Flag.class::isInstance);
    static final Shape NUMBER = new Shape("an integer of 64 bits", Shape::isLong);
    static final Shape AMOUNT =
            new Shape("an amount of 0 or more", value -> isLong(value) && sign(value) >= 0);
    static final Shape REVISION =
            new Shape("a revision from 1", value -> isLong(value) && sign(value) > 0);
    static final Shape BYTES = new Shape("a byte string", Bytes.class::isInstance);
    static final Shape VERSION =
            new Shape("1, the only version known", value -> isBetween(value, 1, 1));
    static final Shape BOARD =
            new Shape("an integer from -1 to 255", value -> isBetween(value, -1, 255));
    static final Shape HASH =
            new Shape(
                    "32 bytes", value -> value instanceof Bytes(String hex) && hex.length() == 64);
    static final Shape NONCE = pattern("32 hexadecimal digits", "[0-9a-fA-F]{32}");
    static final Shape SALE = pattern("26 digits of Crockford's base 32", "[0-9A-HJKMNP-TV-Z]{26}");

    /** One of the words. */
    static Shape oneOf(String... words) {
        Set<String> known = Set.of(words);
        return new Shape(
                "one of " + String.join(", ", List.of(words)),
                value -> value instanceof Text(String word) && known.contains(word));
    }

    private static Shape pattern(String words, String expression) {
        Predicate<String> matches = Pattern.compile(expression).asMatchPredicate();
        return new Shape(words, value -> value instanceof Text(String text) && matches.test(text));
    }

    private static boolean isLong(CborValue value) {
        return value instanceof Whole(BigInteger number) && number.bitLength() <= LONG_BITS;
    }

    private static int sign(CborValue value) {
        return value instanceof Whole(BigInteger number) ? number.signum() : -1;
    }

    private static boolean isBetween(CborValue value, long lowest, long highest) {
        return value instanceof Whole(BigInteger number)
                && number.compareTo(BigInteger.valueOf(lowest)) >= 0
                && number.compareTo(BigInteger.valueOf(highest)) <= 0;
    }
}
