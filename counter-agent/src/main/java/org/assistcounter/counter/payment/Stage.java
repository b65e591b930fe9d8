package org.assistcounter.counter.payment;

/** Where an attempt to pay stands. */
public enum Stage {
    /** The reader is on; no card yet. */
    AWAITING_CARD,
    /** The reader has been asked for the money. */
    AUTHORISING,
    /** The reader has been asked to give the request up; it may still approve. */
    CANCELLING,
    /** The fleet has been asked for a wallet order. */
    ORDERING,
    /** The code is on the screen. */
    AWAITING_SCAN,
    /** The fleet has been given the phone's code; the payer may have to agree. */
    CHARGING,
    /** The fleet has been asked to close the order; it may have been paid. */
    CLOSING
}
