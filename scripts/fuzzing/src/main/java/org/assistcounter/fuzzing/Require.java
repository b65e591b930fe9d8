package org.assistcounter.fuzzing;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** What must hold. */
final class Require {

    private Require() {}

    static void that(boolean holds, String property) {
        if (!holds) {
            throw new AssertionError(property);
        }
    }

    static void same(Object found, Object wanted, String property) {
        if (!Objects.equals(found, wanted)) {
            throw new AssertionError(property + ": " + found + ", not " + wanted);
        }
    }

    static void sameBytes(byte[] found, byte[] wanted, String property) {
        if (!Arrays.equals(found, wanted)) {
            HexFormat hex = HexFormat.ofDelimiter(" ");
            throw new AssertionError(
                    property + ": " + hex.formatHex(found) + ", not " + hex.formatHex(wanted));
        }
    }
}
