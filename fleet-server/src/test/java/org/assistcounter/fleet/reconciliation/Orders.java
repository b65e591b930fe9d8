package org.assistcounter.fleet.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BilledOrder;
import org.assistcounter.fleet.wallets.BilledOrder.OurRefund;
import org.assistcounter.fleet.wallets.BilledOrder.RefundState;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletKind;
import org.jspecify.annotations.Nullable;

/** An order of 9.90 yuan at noon of a Friday, as a test wants it. */
record Orders(@Nullable Attempt ours, List<OurRefund> refunds, List<BilledOrder.Line> lines) {

    static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");
    static final long PRICE = 990;
    static final String ORDER = "SALE-1";
    static final String REFUND = "SALE-1-r1";

    static Orders unknown() {
        return new Orders(null, List.of(), List.of());
    }

    static Orders paid() {
        return paidAt(NOON);
    }

    static Orders paidAt(Instant at) {
        return in(State.PAID, PRICE, at);
    }

    static Orders unpaid() {
        return in(State.CLOSED, 0, NOON);
    }

    private static Orders in(State state, long minor, Instant at) {
        var attempt =
                new Attempt(
                        ORDER,
                        new Attempt.Owner("weinan", "a".repeat(32)),
                        PRICE,
                        "CNY",
                        new Attempt.Means(WalletKind.WECHAT, false, ""),
                        new Standing(state, minor, "42"),
                        at);
        return new Orders(attempt, List.of(), List.of());
    }

    Orders refunded(RefundState state) {
        Instant later = NOON.plusSeconds(60);
        Instant settled = state == RefundState.REFUNDING ? null : later.plusSeconds(60);
        return new Orders(ours, List.of(new OurRefund(REFUND, 90, state, later, settled)), lines);
    }

    Orders billed(BillLine.Kind kind, long minor) {
        return billed(DAY, kind, minor, kind == BillLine.Kind.REFUNDED ? REFUND : "");
    }

    Orders billed(LocalDate day, BillLine.Kind kind, long minor, String refund) {
        List<BilledOrder.Line> more = new ArrayList<>(lines);
        more.add(new BilledOrder.Line(day, new BillLine(kind, ORDER, refund, "42", minor, NOON)));
        return new Orders(ours, refunds, more);
    }

    BilledOrder order() {
        return new BilledOrder(ORDER, ours, refunds, lines);
    }
}
