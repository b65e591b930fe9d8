package org.assistcounter.protocol.journal;

/**
 * How an attempt to pay ended. Abandoned means: no money was seen, and the fleet shall make sure.
 */
public enum PaymentOutcome implements Word {
    APPROVED("approved"),
    DECLINED("declined"),
    ABANDONED("abandoned"),
    UNKNOWN("unknown");

    private final String word;

    PaymentOutcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
