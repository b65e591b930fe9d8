package org.assistcounter.devices.mdb;

/** What a level-3 reader can do if the VMC enables it (MDB/ICP 4.2 §7.4.4 PERIPHERAL ID). */
public enum ReaderOption {
    FILE_TRANSPORT(0),
    AMOUNTS_OF_32_BITS(1),
    SEVERAL_CURRENCIES(2),
    NEGATIVE_VEND(3),
    DATA_ENTRY(4),
    ALWAYS_IDLE(5);

    private final long mask;

    ReaderOption(int bit) {
        this.mask = 1L << bit;
    }

    /** The option's bit. */
    public long mask() {
        return mask;
    }

    /** Whether the option is among these. */
    public boolean isIn(long optionBits) {
        return (optionBits & mask) != 0;
    }
}
