package org.assistcounter.protocol.identity;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity of a counter: 16 random bytes as 32 hex digits. Its printed label is another thing.
 */
public record CounterId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /** Bytes of an identity. */
    public static final int LENGTH = 16;

    public CounterId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a counter id is 32 hex digits, not " + hex);
        }
    }

    /** The identity that a stranger's text names, or empty when it names none. */
    public static Optional<CounterId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CounterId(text)) : Optional.empty();
    }

    public static CounterId of(byte[] bytes) {
        return new CounterId(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
