package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.LineEnd.Fate;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The sale that a journal leaves open, and how far its current line had come: a fold over the
 * facts. A counter has one shopper, so at most one sale is open.
 */
public record OpenSale(Sale sale, Progress progress) {

    /** The last thing on disk about the current line. */
    public enum Progress {
        /** Nothing yet. */
        OPENED,
        PAYMENT_REQUESTED,
        DISPENSE_COMMANDED,
        REFUND_REQUESTED
    }

    /** The open sale after this fact; null when none is open. */
    public static @Nullable OpenSale after(@Nullable OpenSale before, Fact fact) {
        return switch (fact) {
            case Fact.SaleOpened f ->
                    new OpenSale(Sale.opened(f.sale(), f.lines()), Progress.OPENED);
            case Fact.SaleClosed _ -> null;
            case Fact other -> before == null ? null : before.followed(other);
        };
    }

    private OpenSale followed(Fact fact) {
        return switch (fact) {
            case Fact.PaymentRequested f ->
                    new OpenSale(sale.attempting(f.way(), f.attempt()), Progress.PAYMENT_REQUESTED);
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    new OpenSale(sale.paid(f.amountMinor()), progress);
            case Fact.DispenseCommanded _ -> new OpenSale(sale, Progress.DISPENSE_COMMANDED);
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.DELIVERED ->
                    ended(Fate.DELIVERED);
            case Fact.RefundRequested _ -> new OpenSale(sale, Progress.REFUND_REQUESTED);
            case Fact.RefundResolved f ->
                    switch (f.outcome()) {
                        case RETURNED -> ended(Fate.RETURNED);
                        case HANDED_OVER -> ended(Fate.ON_ITS_WAY);
                        case LOST, UNKNOWN -> this;
                    };
            case Fact.CaseOpened f ->
                    ended(f.reason() == CaseReason.PAYMENT_NOT_KNOWN ? Fate.NOT_KNOWN : Fate.HELD);
            case Fact _ -> this;
        };
    }

    private OpenSale ended(Fate fate) {
        return new OpenSale(sale.end(fate), Progress.OPENED);
    }
}
