package org.assistcounter.devices.mdb;

/**
 * What the set-up agreed on and the lengths of later messages depend on (MDB/ICP 4.2 §7.4.2, §7.4.4
 * PERIPHERAL ID, §7.4.22).
 *
 * @param level the lower of both sides' feature levels; 0 as long as nothing was agreed
 * @param displayBytes columns times rows of the display the VMC offered, 32 at most; 0 for none
 * @param isExpanded whether amounts have 32 bits and sessions a currency
 */
public record SessionForm(int level, int displayBytes, boolean isExpanded) {

    /** Nothing agreed: lengths that depend on the level are taken from the block itself. */
    public static final SessionForm UNKNOWN = new SessionForm(0, 0);

    private static final int DISPLAY_BYTES_MAX = 32;

    public SessionForm {
        displayBytes = Math.min(displayBytes, DISPLAY_BYTES_MAX);
    }

    /** Amounts of 16 bits. */
    public SessionForm(int level, int displayBytes) {
        this(level, displayBytes, false);
    }

    /** The form after the VMC has enabled these options; only level 3 has them. */
    public SessionForm withOptions(long optionBits) {
        boolean isWide =
                ReaderOption.AMOUNTS_OF_32_BITS.isIn(optionBits)
                        || ReaderOption.SEVERAL_CURRENCIES.isIn(optionBits);
        return new SessionForm(level, displayBytes, level >= 3 && isWide);
    }
}
