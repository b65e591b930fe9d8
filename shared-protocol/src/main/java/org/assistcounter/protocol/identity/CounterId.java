package org.assistcounter.protocol.identity;

import java.util.HexFormat;

/**
 * The identity of a counter: 16 random bytes as 32 hex digits. Its printed label is another thing.
 */
public record CounterId(String hex) {
    /** Bytes of an identity. */
    public static final int LENGTH = 16;

    public CounterId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a counter id is 32 hex digits, not " + hex);
        }
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
