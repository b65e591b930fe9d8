package org.assistcounter.fleet.ledger;

import java.util.Arrays;
import java.util.List;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.PaymentWay;

/** What a case turns out to be; each moves its money out of the cases and settles it for good. */
public enum Finding {
    /** The shopper gets the money. */
    PAY_BACK("pay-back"),
    /** The goods did come. */
    DELIVERED("delivered"),
    /** The terminal had given the money back already. */
    GIVEN_BACK("given-back"),
    /** No money was ever taken. */
    NOT_TAKEN("not-taken");

    private final String word;

    Finding(String word) {
        this.word = word;
    }

    /** The word in tables, forms and on pages. */
    public String word() {
        return word;
    }

    /**
     * Whether it can be the end of a case. That a card was charged the terminal says itself; that a
     * wallet was paid only a journal does, until the wallet is asked.
     */
    public boolean fits(CaseReason reason, PaymentWay way) {
        return switch (this) {
            case PAY_BACK -> true;
            case DELIVERED -> reason == CaseReason.UNPROVEN_DELIVERY;
            case GIVEN_BACK -> reason == CaseReason.REFUND_NOT_PROVEN;
            case NOT_TAKEN -> reason == CaseReason.PAYMENT_NOT_KNOWN || way == PaymentWay.WALLET;
        };
    }

    /** The findings among which a person chooses. */
    public static List<Finding> of(CaseReason reason, PaymentWay way) {
        return Arrays.stream(values()).filter(finding -> finding.fits(reason, way)).toList();
    }
}
