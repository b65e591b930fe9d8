package org.assistcounter.counter.sale;

import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The sale that a journal leaves open, and how far it had come: a fold over the facts. A counter
 * has one shopper, so at most one sale is open.
 */
public record OpenSale(Sale sale, Progress progress) {

    /** The last thing on disk about the sale. */
    public enum Progress {
        OPENED,
        PAYMENT_REQUESTED,
        DISPENSE_COMMANDED,
        REFUND_REQUESTED
    }

    /** The open sale after this fact; null when none is open. */
    public static @Nullable OpenSale after(@Nullable OpenSale before, Fact fact) {
        return switch (fact) {
            case Fact.SaleOpened f ->
                    new OpenSale(Sale.opened(f.sale(), f.lines().getFirst()), Progress.OPENED);
            case Fact.SaleClosed _ -> null;
            case Fact other -> before == null ? null : before.followed(other);
        };
    }

    private OpenSale followed(Fact fact) {
        return switch (fact) {
            case Fact.PaymentRequested f ->
                    new OpenSale(
                            new Sale(sale.id(), sale.line(), f.way(), f.attempt(), 0),
                            Progress.PAYMENT_REQUESTED);
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    new OpenSale(sale.paid(f.amountMinor()), progress);
            case Fact.DispenseCommanded _ -> new OpenSale(sale, Progress.DISPENSE_COMMANDED);
            case Fact.RefundRequested _ -> new OpenSale(sale, Progress.REFUND_REQUESTED);
            case Fact _ -> this;
        };
    }
}
