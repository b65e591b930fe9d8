package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;

/**
 * One sale by card as a counter writes it down: each line is paid and given out before the next.
 * Opening → payment → turn → payment of the next line, or refund, until it is over.
 */
final class CardSale {
    private static final PaymentWay WAY = PaymentWay.CARD;
    private static final Fact.Evidence GOOD =
            new Fact.Evidence("returned", "seen", "good", "good", 2);
    private static final Fact.Evidence NOTHING_FELL =
            new Fact.Evidence("returned", "not-seen", "good", "good", 2);
    private static final Fact.Evidence LOST =
            new Fact.Evidence("unknown", "not-seen", "good", "unknown", -1);

    private final SaleId id;
    private final List<Fact.SaleLine> lines;
    private Awaited awaited = Awaited.OPENING;
    private boolean isOver;
    private int at;
    private SaleOutcome outcome = SaleOutcome.UNPAID;
    private long chargedMinor;
    private long refundedMinor;
    private long heldMinor;

    CardSale(SaleId id, List<Fact.SaleLine> lines) {
        this.id = id;
        this.lines = List.copyOf(lines);
    }

    /** What the sale waits for. */
    enum Awaited {
        OPENING,
        PAYMENT,
        TURN,
        REFUND
    }

    Awaited awaited() {
        return awaited;
    }

    boolean isOver() {
        return isOver;
    }

    /** The line it is at. */
    Fact.SaleLine line() {
        return lines.get(at);
    }

    List<Fact> opened() {
        awaited = Awaited.PAYMENT;
        return List.of(
                new Fact.SaleOpened(id, Goods.CURRENCY, Goods.SHELF_REVISION, lines), requested());
    }

    private Fact requested() {
        return new Fact.PaymentRequested(id, at + 1, WAY, line().priceMinor());
    }

    /** What was paid and given out before stays so. */
    List<Fact> unpaid(PaymentOutcome how) {
        return ended(new Fact.PaymentResolved(id, at + 1, WAY, how, 0, null));
    }

    List<Fact> paid(String reference, long command) {
        awaited = Awaited.TURN;
        long price = line().priceMinor();
        chargedMinor += price;
        return List.of(
                new Fact.PaymentResolved(
                        id, at + 1, WAY, PaymentOutcome.APPROVED, price, reference),
                new Fact.DispenseCommanded(id, line().line(), line().slot(), command));
    }

    List<Fact> delivered() {
        if (outcome == SaleOutcome.UNPAID) {
            outcome = SaleOutcome.DELIVERED;
        }
        Fact turned = turned(DispenseVerdict.DELIVERED, GOOD);
        if (at + 1 == lines.size()) {
            return ended(turned);
        }
        at++;
        awaited = Awaited.PAYMENT;
        return List.of(turned, requested());
    }

    /** How the turn ended. */
    List<Fact> turned(DispenseVerdict verdict) {
        return switch (verdict) {
            case DELIVERED -> delivered();
            case NOT_DELIVERED -> jammed();
            case UNPROVEN -> doubtful();
        };
    }

    /**
     * The counter starts again in the middle of it: nothing is asked for and no motor turned again.
     * Money whose goods or way back nobody saw is held for a person.
     */
    List<Fact> interrupted() {
        return switch (awaited) {
            case OPENING -> throw new IllegalStateException("it was never opened");
            case PAYMENT -> unpaid(PaymentOutcome.ABANDONED);
            case TURN -> doubtful();
            case REFUND -> held(CaseReason.REFUND_NOT_PROVEN);
        };
    }

    private List<Fact> held(CaseReason reason) {
        long price = line().priceMinor();
        heldMinor += price;
        outcome = SaleOutcome.CASE;
        return ended(new Fact.CaseOpened(id, line().line(), WAY, price, reason));
    }

    /** Nothing fell: its money goes back, and nothing more is sold to this shopper. */
    List<Fact> jammed() {
        awaited = Awaited.REFUND;
        return List.of(
                turned(DispenseVerdict.NOT_DELIVERED, NOTHING_FELL),
                off(),
                new Fact.RefundRequested(id, line().line(), at + 1, WAY, line().priceMinor()));
    }

    List<Fact> refunded() {
        long price = line().priceMinor();
        refundedMinor += price;
        outcome = SaleOutcome.REFUNDED;
        return ended(
                new Fact.RefundResolved(
                        id, line().line(), at + 1, WAY, price, RefundOutcome.RETURNED));
    }

    /** Nobody knows whether it fell: a person decides. */
    List<Fact> doubtful() {
        long price = line().priceMinor();
        heldMinor += price;
        outcome = SaleOutcome.CASE;
        return ended(
                turned(DispenseVerdict.UNPROVEN, LOST),
                off(),
                new Fact.CaseOpened(id, line().line(), WAY, price, CaseReason.UNPROVEN_DELIVERY));
    }

    private Fact turned(DispenseVerdict verdict, Fact.Evidence evidence) {
        return new Fact.DispenseResolved(
                id,
                line(),
                line().priceMinor(),
                verdict,
                evidence,
                verdict != DispenseVerdict.DELIVERED);
    }

    private Fact off() {
        return new Fact.SlotSwitched(line().slot(), false, "no clean turn");
    }

    private List<Fact> ended(Fact... last) {
        isOver = true;
        List<Fact> facts = new ArrayList<>(List.of(last));
        facts.add(new Fact.SaleClosed(id, outcome, chargedMinor, refundedMinor, heldMinor));
        return facts;
    }
}
