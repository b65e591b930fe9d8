package org.assistcounter.protocol.journal;

/** How a shopper pays. */
public enum PaymentWay implements Word {
    CARD("card"),
    WALLET("wallet");

    private final String word;

    PaymentWay(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
