package org.assistcounter.protocol.journal;

/**
 * What became of a refund: back at the card, owed by the fleet's wallets, lost by the reader's own
 * word, or not known.
 */
public enum RefundOutcome implements Word {
    RETURNED("returned"),
    HANDED_OVER("handed-over"),
    LOST("lost"),
    UNKNOWN("unknown");

    private final String word;

    RefundOutcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
