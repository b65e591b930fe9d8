package org.assistcounter.fleet.wallets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as we know it beside what all bills at hand say of it.
 *
 * @param ours null when no attempt of ours has this number
 * @param refunds ours, in whatever state they are
 */
public record BilledOrder(
        String order, @Nullable Attempt ours, List<OurRefund> refunds, List<Line> lines) {

    /** A line and whose day's bill it stood in. */
    public record Line(LocalDate day, BillLine line) {}

    /**
     * Money of the order that goes back.
     *
     * @param settledAt null while it is under way
     */
    public record OurRefund(
            String refund,
            long amountMinor,
            RefundState state,
            Instant wantedAt,
            @Nullable Instant settledAt) {}

    /** How far a refund is for us. */
    public enum RefundState {
        REFUNDING,
        REFUNDED,
        FAILED,
        /** Somebody sent the money in another way. */
        SENT,
        /** It turned out not to be owed. */
        VOID
    }
}
