package org.assistcounter.fleet.reconciliation;

import java.util.Locale;

/** What does not agree. */
public enum DifferenceKind {
    /** We know it as paid; no bill that it could stand in has it. */
    NOT_BILLED,
    /** The bill has it as paid; we do not. */
    NOT_PAID,
    /** The bill has another amount. */
    AMOUNT_DIFFERS,
    /** The bill has an order that no counter of ours made. */
    FOREIGN_ORDER,
    /** The bill has the payment more than once. */
    BILLED_TWICE,
    /** We know the refund as made; no bill that it could stand in has it. */
    REFUND_NOT_BILLED,
    /** The bill has a refund that we never wanted. */
    REFUND_UNKNOWN,
    /** The bill has the refund as made; we do not. */
    REFUND_NOT_MADE,
    /** The bill has the refund with another amount. */
    REFUND_DIFFERS,
    /** A journal claims a payment that no wallet knows. */
    CLAIMED_NOT_PAID,
    /** A wallet was paid and the ledger has nothing of it. */
    PAID_NOT_BOOKED,
    /** The ledger has another sum of a sale with its wallet. */
    BOOKED_DIFFERS,
    /** The counter has signed for another sum of payments than is booked. */
    CHARGED_DIFFERS,
    /** The counter has signed for another sum of refunds than is booked. */
    REFUNDED_DIFFERS,
    /** The counter has signed for another number of goods than is booked. */
    DISPENSED_DIFFERS,
    /** The counter has signed for another number of sales than is booked. */
    SALES_DIFFER;

    /** As the tables and pages say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a table's word. */
    public static DifferenceKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether pieces are compared, and not fen. */
    public boolean isOfPieces() {
        return switch (this) {
            case DISPENSED_DIFFERS, SALES_DIFFER -> true;
            case NOT_BILLED,
                    NOT_PAID,
                    AMOUNT_DIFFERS,
                    FOREIGN_ORDER,
                    BILLED_TWICE,
                    REFUND_NOT_BILLED,
                    REFUND_UNKNOWN,
                    REFUND_NOT_MADE,
                    REFUND_DIFFERS,
                    CLAIMED_NOT_PAID,
                    PAID_NOT_BOOKED,
                    BOOKED_DIFFERS,
                    CHARGED_DIFFERS,
                    REFUNDED_DIFFERS ->
                    false;
        };
    }
}
