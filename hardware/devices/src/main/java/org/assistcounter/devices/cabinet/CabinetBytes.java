package org.assistcounter.devices.cabinet;

import java.util.Optional;

/**
 * Levels as one byte each way, so that a cabinet is a line like every other: bit 0 and 1 the two
 * levels, bit 2 clear, bit 3 the direction (1: to the cabinet), and the high half the complement of
 * the low half. Our own form; a byte of noise is a level in one case of 64.
 */
public final class CabinetBytes {

    private static final int FIRST = 0b0001;
    private static final int SECOND = 0b0010;
    private static final int UNUSED = 0b0100;
    private static final int TO_CABINET = 0b1000;
    private static final int HALF = 0b1111;

    private CabinetBytes() {}

    /** The byte that a cabinet says. */
    public static byte encode(CabinetLevels levels) {
        return withCheck(bits(levels.isDoorClosed(), levels.isPowerGood()));
    }

    /** The byte that a cabinet is told. */
    public static byte encode(CabinetOutputs outputs) {
        return withCheck(TO_CABINET | bits(outputs.isLockReleased(), outputs.isLightOn()));
    }

    /** The levels of a byte from a cabinet; empty when it is none. */
    public static Optional<CabinetLevels> levels(byte value) {
        return isSound(value, 0)
                ? Optional.of(new CabinetLevels((value & FIRST) != 0, (value & SECOND) != 0))
                : Optional.empty();
    }

    /** The outputs of a byte to a cabinet; empty when it is none. */
    public static Optional<CabinetOutputs> outputs(byte value) {
        return isSound(value, TO_CABINET)
                ? Optional.of(new CabinetOutputs((value & FIRST) != 0, (value & SECOND) != 0))
                : Optional.empty();
    }

    private static int bits(boolean first, boolean second) {
        return (first ? FIRST : 0) | (second ? SECOND : 0);
    }

    private static byte withCheck(int low) {
        return (byte) ((~low & HALF) << 4 | low);
    }

    private static boolean isSound(byte value, int direction) {
        int low = value & HALF;
        return value == withCheck(low) && (low & TO_CABINET) == direction && (low & UNUSED) == 0;
    }
}
