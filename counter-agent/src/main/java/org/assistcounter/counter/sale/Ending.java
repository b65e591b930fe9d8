package org.assistcounter.counter.sale;

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
    /** The way to pay does not work now. */
    UNAVAILABLE,
    /** The money is back on the card. */
    RETURNED,
    /** The fleet is sending the money back. */
    ON_ITS_WAY,
    /** A person has to look; the receipt code is the claim. */
    CASE
}
