package org.assistcounter.protocol.identity;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The identity of a counter: 16 random bytes as 32 hex digits. Its printed label is another thing.
 */
public record CounterId(String hex) {
    /** Bytes of an identity. */
    public static final int LENGTH = 16;

    public CounterId {
        if (!isForm(hex)) {
            throw new IllegalArgumentException("a counter id is 32 hex digits, not " + hex);
        }
    }

    private static boolean isForm(String text) {
        if (text.length() != 2 * LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (!(digit >= '0' && digit <= '9') && !(digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The identity that a stranger's text names, or empty when it names none. */
    public static Optional<CounterId> parse(String text) {
        return isForm(text) ? Optional.of(new CounterId(text)) : Optional.empty();
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
