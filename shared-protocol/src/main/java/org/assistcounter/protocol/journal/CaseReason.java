package org.assistcounter.protocol.journal;

/** Why a person has to look. */
public enum CaseReason implements Word {
    UNPROVEN_DELIVERY("unproven-delivery"),
    REFUND_NOT_PROVEN("refund-not-proven"),
    PAYMENT_NOT_KNOWN("payment-not-known");

    private final String word;

    CaseReason(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
