package org.assistcounter.fleet.ledger;

/**
 * The accounts. A positive balance is a debit balance: money that others hold for us, goods that
 * are somewhere; a negative one is a debt or an income.
 */
public enum Account {
    /** Money that the card acquirer owes us. */
    CARD_CLEARING("card-clearing", Book.MONEY),
    /** Money that the wallets owe us. */
    WALLET_CLEARING("wallet-clearing", Book.MONEY),
    /** Money that may have been taken from a card; a case says which. */
    CARD_UNCONFIRMED("card-unconfirmed", Book.MONEY),
    /** What shoppers have paid and not yet got goods or money back for. */
    SHOPPER("shopper", Book.MONEY),
    /** What was sold. */
    SALES("sales", Book.MONEY),
    /** Refunds that are promised and not yet made. */
    REFUNDS_DUE("refunds-due", Book.MONEY),
    /** Money whose fate a person has to decide. */
    CASES("cases", Book.MONEY),
    /** What wallets were paid for counters that have not told what came of it. */
    SILENT("silent", Book.MONEY),
    /** What the operator has sent to shoppers from an account of its own. */
    BANK("bank", Book.MONEY),

    /** Goods in slots. */
    SLOT("slot", Book.GOODS),
    /** Goods proven delivered. */
    SOLD("sold", Book.GOODS),
    /** Goods that may have been delivered. */
    IN_DOUBT("in-doubt", Book.GOODS),
    /** The other side of a count: loaded, or missing. */
    COUNTED("counted", Book.GOODS);

    private final String word;
    private final Book book;

    Account(String word, Book book) {
        this.word = word;
        this.book = book;
    }

    /** The word in tables and on pages. */
    public String word() {
        return word;
    }

    public Book book() {
        return book;
    }

    /** What is counted: fen, or pieces of a product. */
    public enum Book {
        MONEY,
        GOODS
    }
}
