package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.simulators.cashless.CardLedger;

/**
 * What is booked for one sale by card, the reader did for that sale: since the sale asked for the
 * payment it took that much, or gave that much back. What it took unnoticed at another time is no
 * credit.
 */
final class CardRule {
    private final Map<String, CardLedger> asked = new HashMap<>();

    /** A fact is on disk; the reader counts {@code now}. */
    void follow(Fact fact, CardLedger now) {
        switch (fact) {
            case Fact.PaymentRequested f when f.way() == PaymentWay.CARD ->
                    asked.put(f.sale().text(), now);
            case Fact.PaymentResolved f
                    when f.way() == PaymentWay.CARD && f.outcome() == PaymentOutcome.APPROVED ->
                    Violation.unless(
                            now.approvedMinor() - before(f).approvedMinor() == f.amountMinor(),
                            "a sale is booked as paid by card with another amount than the reader"
                                    + " took for it");
            case Fact.RefundResolved f
                    when f.way() == PaymentWay.CARD && f.outcome() == RefundOutcome.RETURNED ->
                    Violation.unless(
                            now.refundedMinor() - before(f).refundedMinor() == f.amountMinor(),
                            "a sale is booked as returned with another amount than the reader"
                                    + " gave back for it");
            case Fact _ -> {}
        }
    }

    private CardLedger before(Fact.OfSale fact) {
        CardLedger before = asked.get(fact.sale().text());
        if (before == null) {
            throw new Violation("a payment is booked that was never asked for");
        }
        return before;
    }
}
