package org.assistcounter.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;

/** What a counter writes down of a sale, by how the sale ends. Each has an id of its own. */
record Sales(SaleId id, Fact.SaleLine line, PaymentWay way) {

    static final long PRICE = 990;
    static final String APPLES = "xunyi-pingguo";
    private static final long SEED = 0x5EED_0000_0000_0000L;
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final Fact.Evidence GOOD =
            new Fact.Evidence("returned", "seen", "good", "good", 2);
    private static final Fact.Evidence LOST =
            new Fact.Evidence("unknown", "not-seen", "good", "unknown", -1);

    static Sales of(PaymentWay way) {
        return of(way, new Fact.SaleLine(1, 11, APPLES, "L2026-11-01-11", PRICE));
    }

    static Sales of(PaymentWay way, Fact.SaleLine line) {
        long number = NUMBER.incrementAndGet();
        long mixed = number * 0x9E37_79B9_7F4A_7C15L;
        return new Sales(SaleId.of(SEED | number, mixed), line, way);
    }

    Fact opened() {
        return new Fact.SaleOpened(id, "CNY", 1, List.of(line));
    }

    Fact requested() {
        return new Fact.PaymentRequested(id, 1, way, line.priceMinor());
    }

    Fact approved() {
        return resolved(PaymentOutcome.APPROVED, line.priceMinor());
    }

    Fact resolved(PaymentOutcome outcome, long amountMinor) {
        return new Fact.PaymentResolved(id, 1, way, outcome, amountMinor, null);
    }

    Fact commanded() {
        return new Fact.DispenseCommanded(id, line.line(), line.slot(), 7);
    }

    Fact dispensed(DispenseVerdict verdict) {
        boolean isGood = verdict == DispenseVerdict.DELIVERED;
        return new Fact.DispenseResolved(
                id, line, line.priceMinor(), verdict, isGood ? GOOD : LOST, !isGood);
    }

    Fact refunded(RefundOutcome outcome) {
        return new Fact.RefundResolved(id, line.line(), 1, way, line.priceMinor(), outcome);
    }

    Fact refundRequested() {
        return new Fact.RefundRequested(id, line.line(), 1, way, line.priceMinor());
    }

    Fact caseOpened(CaseReason reason) {
        return new Fact.CaseOpened(id, line.line(), way, line.priceMinor(), reason);
    }

    Fact closed(SaleOutcome outcome) {
        long price = line.priceMinor();
        return switch (outcome) {
            case DELIVERED -> new Fact.SaleClosed(id, outcome, price, 0, 0);
            case REFUNDED -> new Fact.SaleClosed(id, outcome, price, price, 0);
            case CASE -> new Fact.SaleClosed(id, outcome, price, 0, price);
            case UNPAID -> new Fact.SaleClosed(id, outcome, 0, 0, 0);
        };
    }

    List<Fact> paid() {
        return List.of(opened(), requested(), approved());
    }

    List<Fact> delivered() {
        return after(
                paid(),
                commanded(),
                dispensed(DispenseVerdict.DELIVERED),
                closed(SaleOutcome.DELIVERED));
    }

    List<Fact> jammed() {
        RefundOutcome outcome =
                way == PaymentWay.CARD ? RefundOutcome.RETURNED : RefundOutcome.HANDED_OVER;
        return after(
                paid(),
                commanded(),
                dispensed(DispenseVerdict.NOT_DELIVERED),
                new Fact.SlotSwitched(line.slot(), false, "no clean turn"),
                refundRequested(),
                refunded(outcome),
                closed(SaleOutcome.REFUNDED));
    }

    List<Fact> doubtful() {
        return after(
                paid(),
                commanded(),
                dispensed(DispenseVerdict.UNPROVEN),
                caseOpened(CaseReason.UNPROVEN_DELIVERY),
                closed(SaleOutcome.CASE));
    }

    List<Fact> unpaid() {
        return List.of(
                opened(),
                requested(),
                resolved(PaymentOutcome.DECLINED, 0),
                closed(SaleOutcome.UNPAID));
    }

    private static List<Fact> after(List<Fact> begun, Fact... more) {
        List<Fact> all = new ArrayList<>(begun);
        all.addAll(List.of(more));
        return all;
    }
}
