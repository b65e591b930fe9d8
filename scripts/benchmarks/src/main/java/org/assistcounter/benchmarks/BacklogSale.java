package org.assistcounter.benchmarks;

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
 * One sale as a counter writes it down. Of a hundred, 4 are given up, 3 jam, one is in doubt and
 * the rest are delivered; 60 are paid by wallet, and some of those are of two lines.
 */
record BacklogSale(SaleId id, PaymentWay way, Ending ending, List<Fact.SaleLine> lines) {
    static final int SLOTS = 12;
    static final long PRICE = 1_280;

    private static final Fact.Evidence GOOD =
            new Fact.Evidence("returned", "seen", "good", "good", 2);
    private static final Fact.Evidence LOST =
            new Fact.Evidence("unknown", "not-seen", "good", "unknown", -1);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    /** How a sale ends. */
    enum Ending {
        DELIVERED,
        GIVEN_UP,
        JAMMED,
        IN_DOUBT
    }

    BacklogSale {
        lines = List.copyOf(lines);
    }

    /** The n-th sale of the fleet. */
    static BacklogSale of(long number) {
        long kind = number % 100;
        PaymentWay way = number % 5 < 3 ? PaymentWay.WALLET : PaymentWay.CARD;
        Ending ending =
                kind < 92
                        ? Ending.DELIVERED
                        : kind < 96 ? Ending.GIVEN_UP : kind < 99 ? Ending.JAMMED : Ending.IN_DOUBT;
        boolean isBasket =
                way == PaymentWay.WALLET && ending == Ending.DELIVERED && number % 7 == 0;
        List<Fact.SaleLine> lines = new ArrayList<>();
        for (int line = 1; line <= (isBasket ? 2 : 1); line++) {
            int slot = 11 + (int) ((number + line) % SLOTS);
            lines.add(new Fact.SaleLine(line, slot, product(slot), "L2026-11-01-11", PRICE));
        }
        return new BacklogSale(SaleId.of(number * MIX, number), way, ending, lines);
    }

    static String product(int slot) {
        return "product-" + slot % 6;
    }

    long total() {
        return PRICE * lines.size();
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.SaleOpened(id, "CNY", 1, lines));
        facts.add(new Fact.PaymentRequested(id, 1, way, total()));
        facts.add(paid());
        if (ending != Ending.GIVEN_UP) {
            for (Fact.SaleLine line : lines) {
                facts.addAll(turned(line));
            }
        }
        facts.add(closed());
        return facts;
    }

    private Fact paid() {
        return ending == Ending.GIVEN_UP
                ? new Fact.PaymentResolved(id, 1, way, PaymentOutcome.ABANDONED, 0, null)
                : new Fact.PaymentResolved(
                        id, 1, way, PaymentOutcome.APPROVED, total(), "4200" + id.text());
    }

    private List<Fact> turned(Fact.SaleLine line) {
        var commanded = new Fact.DispenseCommanded(id, line.line(), line.slot(), 7);
        return switch (ending) {
            case DELIVERED -> List.of(commanded, resolved(line, DispenseVerdict.DELIVERED));
            case JAMMED ->
                    List.of(
                            commanded,
                            resolved(line, DispenseVerdict.NOT_DELIVERED),
                            new Fact.SlotSwitched(line.slot(), false, "no clean turn"),
                            new Fact.RefundRequested(id, line.line(), 1, way, PRICE),
                            new Fact.RefundResolved(id, line.line(), 1, way, PRICE, returned()));
            case IN_DOUBT ->
                    List.of(
                            commanded,
                            resolved(line, DispenseVerdict.UNPROVEN),
                            new Fact.CaseOpened(
                                    id, line.line(), way, PRICE, CaseReason.UNPROVEN_DELIVERY));
            case GIVEN_UP -> List.of();
        };
    }

    private RefundOutcome returned() {
        return way == PaymentWay.CARD ? RefundOutcome.RETURNED : RefundOutcome.HANDED_OVER;
    }

    private Fact resolved(Fact.SaleLine line, DispenseVerdict verdict) {
        boolean isGood = verdict == DispenseVerdict.DELIVERED;
        return new Fact.DispenseResolved(
                id, line, line.priceMinor(), verdict, isGood ? GOOD : LOST, !isGood);
    }

    private Fact closed() {
        return switch (ending) {
            case DELIVERED -> new Fact.SaleClosed(id, SaleOutcome.DELIVERED, total(), 0, 0);
            case GIVEN_UP -> new Fact.SaleClosed(id, SaleOutcome.UNPAID, 0, 0, 0);
            case JAMMED -> new Fact.SaleClosed(id, SaleOutcome.REFUNDED, PRICE, PRICE, 0);
            case IN_DOUBT -> new Fact.SaleClosed(id, SaleOutcome.CASE, PRICE, 0, PRICE);
        };
    }
}
