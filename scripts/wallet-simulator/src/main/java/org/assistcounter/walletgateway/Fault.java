package org.assistcounter.walletgateway;

/** What can be made to go wrong, a given number of times. */
public enum Fault {
    /** The payer of a scanned code is still asked for a password. */
    STILL_PAYING,
    /** The wallet says that it has trouble; nothing is booked. */
    SYSTEM_ERROR,
    /** Booked, and then the connection breaks instead of an answer. */
    CUT_AFTER_BOOKING,
    /** A byte of the answer is changed after it was signed. */
    FORGED_ANSWER,
    /** A reversal is refused because the payer is still paying. */
    REVERSE_REFUSED,
    /** A refund is accepted and made later. */
    REFUND_LATER,
    /** No notification of a payment. */
    NOTICE_LOST,
    /** The same notification twice. */
    NOTICE_TWICE,
    /** A notification that was signed an hour ago. */
    NOTICE_REPLAYED,
    /** A byte of the notification is changed after it was signed. */
    NOTICE_FORGED,
    /** A notification without any signature. */
    NOTICE_UNSIGNED,
    /** A notification that is held back until somebody lets it go. */
    NOTICE_LATE,
    /** The bill of the day is still being made. */
    BILL_NOT_READY,
    /** A payment is missing in the bill. */
    BILL_LINE_MISSING,
    /** A payment stands twice in the bill. */
    BILL_LINE_TWICE,
    /** A payment is a fen more in the bill. */
    BILL_AMOUNT_ALTERED,
    /** A payment of an order that nobody made is in the bill. */
    BILL_FOREIGN_ORDER,
    /** A refund is missing in the bill. */
    BILL_REFUND_MISSING,
    /** The bill is another file than the one whose digest is told; Alipay tells none. */
    BILL_WRONG_HASH,
    /** The bill ends in its middle. */
    BILL_CUT
}
