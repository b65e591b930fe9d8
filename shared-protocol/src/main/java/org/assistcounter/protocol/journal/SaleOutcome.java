package org.assistcounter.protocol.journal;

/** How a sale ended. */
public enum SaleOutcome implements Word {
    DELIVERED("delivered"),
    REFUNDED("refunded"),
    CASE("case"),
    UNPAID("unpaid");

    private final String word;

    SaleOutcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
