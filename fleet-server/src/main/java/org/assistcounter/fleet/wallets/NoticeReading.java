package org.assistcounter.fleet.wallets;

/** What came in the name of a wallet, before it is compared with our orders. */
public sealed interface NoticeReading {

    /** The wallet has signed it, and it tells of a payment. */
    record Told(Notice notice) implements NoticeReading {}

    /** The wallet has signed it, and it tells of something else. */
    record OfNoPayment() implements NoticeReading {}

    /**
     * Not signed by the wallet, or not in its form.
     *
     * @param words for the log; never what was sent
     */
    record Unbelieved(String words) implements NoticeReading {}
}
