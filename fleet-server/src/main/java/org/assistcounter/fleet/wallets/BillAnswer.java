package org.assistcounter.fleet.wallets;

/** What became of asking for a bill. */
public sealed interface BillAnswer {

    /** It was handed over whole. */
    record Taken() implements BillAnswer {}

    /** The wallet is still making it. */
    record BeingMade() implements BillAnswer {}

    /** The wallet has none: nothing was booked, or it has not begun to make one. */
    record NothingBooked() implements BillAnswer {}

    /**
     * There is one, or none can be asked for, and it is not believed.
     *
     * @param words for whoever looks into it; never what was sent
     */
    record Refused(Fault fault, String words) implements BillAnswer {}

    /** Why a bill is not believed. */
    enum Fault {
        /** The wallet could not be asked, or gave no clear answer. */
        NO_ANSWER,
        /** It is not whole, or not packed as it should be. */
        DAMAGED,
        /** It is not the file that the wallet signed for. */
        WRONG_HASH,
        /** Its head does not name the columns that are needed. */
        UNKNOWN_COLUMNS,
        /** A line is of no known form. */
        UNKNOWN_LINE,
        /** An amount is no number of whole fen. */
        AMOUNT_NOT_EXPRESSIBLE,
        /** It is longer, or packed more tightly, than any bill is. */
        TOO_LARGE,
        /** It lies at an address that is not the wallet's. */
        FOREIGN_ADDRESS
    }
}
