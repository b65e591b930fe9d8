package org.assistcounter.counter.sale;

import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;

/**
 * One sale of one line. Its goods and price are frozen when it opens.
 *
 * @param attempt the number of the payment attempt; 0 before the first
 * @param paidMinor what was approved; 0 while nothing is
 */
public record Sale(SaleId id, Fact.SaleLine line, PaymentWay way, int attempt, long paidMinor) {

    static Sale opened(SaleId id, Fact.SaleLine line) {
        return new Sale(id, line, PaymentWay.CARD, 0, 0);
    }

    Sale attempting(PaymentWay nextWay) {
        return new Sale(id, line, nextWay, attempt + 1, 0);
    }

    Sale paid(long amountMinor) {
        return new Sale(id, line, way, attempt, amountMinor);
    }

    /** The wallet's order number of the current attempt. */
    public String attemptId() {
        return id.attempt(attempt);
    }
}
