package org.assistcounter.devices.mdb;

/**
 * What a counter wants of its reader.
 *
 * @param address where the reader is on the bus
 * @param usesAlwaysIdle whether a level-3 reader that can is asked for money before a card is there
 */
public record CashlessSettings(CashlessAddress address, boolean usesAlwaysIdle) {

    /** The first reader, which is asked once a card is there. */
    public static final CashlessSettings USUAL = new CashlessSettings(CashlessAddress.FIRST, false);

    /** The yuan: 1 and then the number of ISO 4217, in BCD (MDB/ICP 4.2 §7.4.2). */
    static final int CURRENCY = 0x1156;

    private static final int CURRENCY_PLAIN = 156;
    private static final int TELEPHONE_CODE = 0x0086;
    private static final int NOT_TOLD = 0xFFFF;
    private static final int NONE = 0;

    /** Whether a reader that says this counts in our currency, for all we know. */
    static boolean isOurs(int told) {
        return switch (told) {
            case CURRENCY, CURRENCY_PLAIN, TELEPHONE_CODE, NOT_TOLD, NONE -> true;
            default -> false;
        };
    }

    /** The options we use of those that a reader offers. */
    long wanted(long offered) {
        long known = ReaderOption.AMOUNTS_OF_32_BITS.mask();
        return offered & (usesAlwaysIdle ? known | ReaderOption.ALWAYS_IDLE.mask() : known);
    }
}
