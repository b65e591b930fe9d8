package org.assistcounter.devices.mdb;

import java.math.BigInteger;

/**
 * A reader's way of counting: amount = raw x scale x 10^-decimals (MDB/ICP 4.2 §7.4.2), against our
 * minor units of two decimals. Long arithmetic only; what does not fit is refused, never rounded.
 */
public record PriceScale(int scale, int decimals, boolean isExpanded) {

    private static final int MINOR_DECIMALS = 2;
    private static final long RAW_MAX = 0xFFFE;
    private static final long EXPANDED_RAW_MAX = 0xFFFF_FFFEL;

    /** With amounts of 16 bits. */
    public PriceScale(int scale, int decimals) {
        this(scale, decimals, false);
    }

    /** The smallest amount in minor units that the scale can say; prices are multiples of it. */
    public long stepMinor() {
        long divisor = power(decimals - MINOR_DECIMALS);
        long unit = (long) scale * power(MINOR_DECIMALS - decimals);
        return unit / BigInteger.valueOf(unit).gcd(BigInteger.valueOf(divisor)).longValueExact();
    }

    /**
     * Minor units of a raw amount; a fraction of a minor unit, which nobody can owe, is dropped.
     */
    public long minorOf(long raw) {
        return raw * scale * power(MINOR_DECIMALS - decimals) / power(decimals - MINOR_DECIMALS);
    }

    /** The largest amount in minor units that the scale can say. */
    public long mostMinor() {
        return minorOf(rawMax());
    }

    /** The raw amount of a price. */
    public long rawOf(long amountMinor) {
        long step = stepMinor();
        if (amountMinor < 0 || amountMinor % step != 0) {
            throw new IllegalArgumentException(
                    "The reader counts in steps of " + step + " minor units, not " + amountMinor);
        }
        long raw =
                Math.multiplyExact(amountMinor, power(decimals - MINOR_DECIMALS))
                        / (scale * power(MINOR_DECIMALS - decimals));
        if (raw > rawMax()) {
            throw new IllegalArgumentException(
                    "Too much for " + (isExpanded ? 32 : 16) + " bits: " + amountMinor);
        }
        return raw;
    }

    /** All bits set would mean "not known". */
    private long rawMax() {
        return isExpanded ? EXPANDED_RAW_MAX : RAW_MAX;
    }

    private static long power(int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= 10;
        }
        return result;
    }
}
