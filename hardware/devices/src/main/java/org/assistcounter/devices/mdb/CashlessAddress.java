package org.assistcounter.devices.mdb;

import java.util.Optional;

/** The two places that a cashless device may have on the bus (MDB/ICP 4.2 §2.3, §7.3). */
public enum CashlessAddress {
    FIRST(0x10),
    SECOND(0x60);

    private static final int COMMANDS = 8;

    private final int base;

    CashlessAddress(int base) {
        this.base = base;
    }

    /** The address of a command's first byte, if it is one of a cashless device. */
    public static Optional<CashlessAddress> of(int firstByte) {
        for (CashlessAddress each : values()) {
            if (each.base <= firstByte && firstByte < each.base + COMMANDS) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The address byte of RESET; the other commands follow it. */
    public int base() {
        return base;
    }
}
