package org.assistcounter.protocol.desired;

/**
 * On which terms a product is sold in every slot that it lies in.
 *
 * @param priceMinor for one; {@link #OF_THE_CARD} where the release on the card says it
 * @param isOffered whether it is sold at all
 */
public record Terms(String product, long priceMinor, boolean isOffered) {
    /** The price is that of the release. */
    public static final long OF_THE_CARD = 0;

    /** No price is higher on any counter. */
    public static final long PRICE_MAX = 100_000_00L;

    /**
     * So many times the price on its card a counter takes at most. It is the counter's own limit:
     * whoever has the fleet's key for desired states cannot go beyond it.
     */
    private static final int CEILING_TIMES = 2;

    public Terms {
        if (!product.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a product code is a-z, 0-9 and -, not " + product);
        }
        if (priceMinor < OF_THE_CARD || priceMinor > PRICE_MAX) {
            throw new IllegalArgumentException(product + " has a price of " + priceMinor);
        }
    }

    /** The highest price for what costs so much on the card. */
    public static long ceilingMinor(long onTheCardMinor) {
        return Math.min(CEILING_TIMES * onTheCardMinor, PRICE_MAX);
    }
}
