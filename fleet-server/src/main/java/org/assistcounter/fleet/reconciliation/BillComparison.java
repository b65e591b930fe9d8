package org.assistcounter.fleet.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BilledOrder;
import org.assistcounter.fleet.wallets.BilledOrder.OurRefund;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.jspecify.annotations.Nullable;

/**
 * Compares an order with all bills at hand. An order is looked up in every bill and not only in its
 * own day's, since a payment at midnight is booked on either side of it. What is missing counts as
 * missing only when every bill that it could stand in is at hand and it is more than a day old.
 *
 * @param arrived the days whose bills are at hand
 */
public record BillComparison(Source source, Set<LocalDate> arrived, Instant now) {

    /** A wallet's clock and ours, and how long an order can be paid after it was made. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(15);

    private static final Duration YOUNG = Duration.ofDays(1);

    /** What does not agree. */
    public List<Found> of(BilledOrder order) {
        Attempt ours = order.ours();
        if (ours == null) {
            return foreign(order);
        }
        List<Found> found = new ArrayList<>();
        payment(order, ours, found);
        refunds(order, ours, found);
        return found;
    }

    private List<Found> foreign(BilledOrder order) {
        if (order.lines().isEmpty()) {
            return List.of();
        }
        long theirs =
                sum(order, BillLine.Kind.PAID)
                        - sum(order, BillLine.Kind.REVERSED)
                        - sum(order, BillLine.Kind.REFUNDED);
        return List.of(
                new Found(
                        key(DifferenceKind.FOREIGN_ORDER, order, order.order()),
                        place(order, null),
                        0,
                        theirs));
    }

    private void payment(BilledOrder order, Attempt ours, List<Found> found) {
        boolean isPaid = ours.standing().state() == State.PAID;
        long paid = isPaid ? ours.standing().amountMinor() : 0;
        long count = lines(order, BillLine.Kind.PAID).size();
        long net = sum(order, BillLine.Kind.PAID) - sum(order, BillLine.Kind.REVERSED);
        DifferenceKind kind = null;
        if (isPaid && count == 0) {
            boolean isMissing = isMissing(ours.orderedAt(), ours.expiresAt());
            kind = isMissing ? DifferenceKind.NOT_BILLED : null;
        } else if (isPaid && net != paid) {
            kind = count > 1 ? DifferenceKind.BILLED_TWICE : DifferenceKind.AMOUNT_DIFFERS;
        } else if (!isPaid && net > 0) {
            kind = DifferenceKind.NOT_PAID;
        }
        if (kind != null) {
            found.add(new Found(key(kind, order, order.order()), place(order, ours), paid, net));
        }
    }

    private void refunds(BilledOrder order, Attempt ours, List<Found> found) {
        TreeMap<String, Long> billed = new TreeMap<>();
        for (BillLine line : lines(order, BillLine.Kind.REFUNDED)) {
            billed.merge(line.refund(), line.amountMinor(), Long::sum);
        }
        for (OurRefund refund : order.refunds()) {
            Long theirs = billed.remove(refund.refund());
            DifferenceKind kind = theirs == null ? unbilled(refund) : billed(refund, theirs);
            if (kind != null) {
                boolean isMade = refund.state() == BilledOrder.RefundState.REFUNDED;
                found.add(
                        new Found(
                                key(kind, order, refund.refund()),
                                place(order, ours),
                                isMade ? refund.amountMinor() : 0,
                                theirs == null ? 0 : theirs));
            }
        }
        billed.forEach((number, theirs) ->
                found.add(
                        new Found(
                                key(DifferenceKind.REFUND_UNKNOWN, order, number),
                                place(order, ours),
                                0,
                                theirs)));
    }

    private @Nullable DifferenceKind unbilled(OurRefund refund) {
        Instant settled = refund.settledAt();
        if (refund.state() != BilledOrder.RefundState.REFUNDED || settled == null) {
            return null;
        }
        return isMissing(refund.wantedAt(), settled) ? DifferenceKind.REFUND_NOT_BILLED : null;
    }

    private @Nullable DifferenceKind billed(OurRefund refund, long theirs) {
        return switch (refund.state()) {
            case REFUNDED -> theirs == refund.amountMinor() ? null : DifferenceKind.REFUND_DIFFERS;
            case REFUNDING -> isOld(refund.wantedAt()) ? DifferenceKind.REFUND_NOT_MADE : null;
            case FAILED, SENT, VOID -> DifferenceKind.REFUND_NOT_MADE;
        };
    }

    /** It happened in this time, so one of these days' bills should have it. */
    private boolean isMissing(Instant earliest, Instant latest) {
        LocalDate first = BusinessZone.day(earliest.minus(CLOCKS_APART));
        LocalDate last = BusinessZone.day(latest.plus(CLOCKS_APART));
        return isOld(latest)
                && first.datesUntil(last.plusDays(1)).allMatch(day -> arrived.contains(day));
    }

    private boolean isOld(Instant at) {
        return at.plus(YOUNG).isBefore(now);
    }

    private Found.Key key(DifferenceKind kind, BilledOrder order, String subject) {
        return new Found.Key(source, kind, order.order(), subject);
    }

    private static Found.Place place(BilledOrder order, @Nullable Attempt ours) {
        String transaction =
                order.lines().stream()
                        .map(line -> line.line().transaction())
                        .findFirst()
                        .orElse(ours == null ? "" : ours.standing().transaction());
        LocalDate day =
                ours == null ? order.lines().getFirst().day() : BusinessZone.day(ours.orderedAt());
        return ours == null
                ? new Found.Place(null, null, transaction, day)
                : new Found.Place(ours.owner().tenant(), ours.owner().counter(), transaction, day);
    }

    private static List<BillLine> lines(BilledOrder order, BillLine.Kind kind) {
        return order.lines().stream()
                .map(BilledOrder.Line::line)
                .filter(line -> line.kind() == kind)
                .toList();
    }

    private static long sum(BilledOrder order, BillLine.Kind kind) {
        return lines(order, kind).stream().mapToLong(BillLine::amountMinor).sum();
    }
}
