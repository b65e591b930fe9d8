package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.LineEnd.Fate;

/** What the last page of a sale tells the shopper. */
public enum Ending {
    /** The goods are in the flap. */
    TAKEN,
    /** The card or wallet said no. */
    DECLINED,
    /** The shopper gave up. */
    CANCELLED,
    /** The shopper was away too long. */
    TIMED_OUT,
    /** The way to pay, or the goods, cannot be had now. */
    UNAVAILABLE,
    /** The money is back on the card. */
    RETURNED,
    /** The fleet is sending the money back. */
    ON_ITS_WAY,
    /** A person has to look; the receipt code is the claim. */
    CASE;

    /**
     * What matters most of a sale that ends: money in doubt, then money on its way, then goods that
     * did not come.
     *
     * @param ifStopped why the lines that are left were not bought
     */
    static Ending of(Sale sale, Ending ifStopped) {
        if (sale.has(Fate.HELD) || sale.has(Fate.NOT_KNOWN)) {
            return CASE;
        }
        if (sale.has(Fate.ON_ITS_WAY)) {
            return ON_ITS_WAY;
        }
        if (sale.has(Fate.RETURNED)) {
            return RETURNED;
        }
        return sale.hasLine() ? ifStopped : TAKEN;
    }
}
