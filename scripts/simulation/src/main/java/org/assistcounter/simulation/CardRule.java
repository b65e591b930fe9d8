package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.simulators.cashless.CardLedger;

/**
 * What is booked for one sale by card, the reader did for that sale: since the sale asked for the
 * payment it took that much, or gave that much back. What it took unnoticed at another time is no
 * credit. When the sale closes, the reader has from it what the sale says, or a case, of this sale
 * or of one before, tells of the rest; each case explains its amount once.
 */
final class CardRule {
    private final Map<String, CardLedger> asked = new HashMap<>();
    private final Map<String, Sale> sales = new HashMap<>();
    private long unknown;
    private long unproven;

    private static final class Sale {
        private final CardLedger before;
        private long kept;

        Sale(CardLedger before) {
            this.before = before;
        }
    }

    /** A fact is on disk; the reader counts {@code now}. */
    void follow(Fact fact, CardLedger now) {
        switch (fact) {
            case Fact.SaleOpened f -> sales.put(f.sale().text(), new Sale(now));
            case Fact.PaymentRequested f when f.way() == PaymentWay.CARD -> {
                sales.putIfAbsent(f.sale().text(), new Sale(now));
                asked.put(f.sale().text(), now);
            }
            case Fact.PaymentResolved f
                    when f.way() == PaymentWay.CARD && f.outcome() == PaymentOutcome.APPROVED -> {
                Violation.unless(
                        now.approvedMinor() - before(f).approvedMinor() == f.amountMinor(),
                        "a sale is booked as paid by card with another amount than the reader"
                                + " took for it");
                sale(f).kept += f.amountMinor();
            }
            case Fact.RefundResolved f
                    when f.way() == PaymentWay.CARD && f.outcome() == RefundOutcome.RETURNED -> {
                Violation.unless(
                        now.refundedMinor() - before(f).refundedMinor() == f.amountMinor(),
                        "a sale is booked as returned with another amount than the reader"
                                + " gave back for it");
                sale(f).kept -= f.amountMinor();
            }
            case Fact.CaseOpened f when f.way() == PaymentWay.CARD -> doubtful(f);
            case Fact.SaleClosed f -> closed(f, now);
            case Fact _ -> {}
        }
    }

    private void doubtful(Fact.CaseOpened fact) {
        if (fact.reason() == CaseReason.PAYMENT_NOT_KNOWN) {
            unknown += fact.amountMinor();
        } else if (fact.reason() == CaseReason.REFUND_NOT_PROVEN) {
            unproven += fact.amountMinor();
        }
    }

    private void closed(Fact.SaleClosed fact, CardLedger now) {
        Sale sale = sale(fact);
        long taken =
                now.approvedMinor()
                        - now.refundedMinor()
                        - sale.before.approvedMinor()
                        + sale.before.refundedMinor();
        long more = taken - sale.kept;
        Violation.unless(
                more >= -unproven && more <= unknown,
                "a sale closes, and the reader has %d of it, the facts say %d"
                        .formatted(taken, sale.kept));
        unknown -= Math.max(0, more);
        unproven -= Math.max(0, -more);
        sales.remove(fact.sale().text());
        asked.remove(fact.sale().text());
    }

    private Sale sale(Fact.OfSale fact) {
        Sale sale = sales.get(fact.sale().text());
        if (sale == null) {
            throw new Violation("a fact belongs to a sale that was never opened");
        }
        return sale;
    }

    private CardLedger before(Fact.OfSale fact) {
        CardLedger before = asked.get(fact.sale().text());
        if (before == null) {
            throw new Violation("a payment is booked that was never asked for");
        }
        return before;
    }
}
