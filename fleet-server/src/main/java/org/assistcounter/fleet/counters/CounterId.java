package org.assistcounter.fleet.counters;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity of one counter's card: 16 random bytes, written as 32 lower-case hex digits in
 * tables, topics and certificates. It is drawn once and never used again.
 */
public record CounterId(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int LENGTH_BYTES = 16;

    /** Refuses what is not an id. */
    public CounterId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("A counter id is 32 lower-case hex digits.");
        }
    }

    /** The id that a stranger's text names, or empty when it names none. */
    public static Optional<CounterId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CounterId(text)) : Optional.empty();
    }

    /** A new id. */
    public static CounterId draw(SecureRandom random) {
        byte[] bytes = new byte[LENGTH_BYTES];
        random.nextBytes(bytes);
        return new CounterId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
