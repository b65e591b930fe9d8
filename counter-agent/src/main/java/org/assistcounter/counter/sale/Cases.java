package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.LineEnd.Fate;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;

/** Lines that end with a case: the money is a liability until a person has looked. */
final class Cases {

    private Cases() {}

    /** Whether the item came out is not proven; the other lines are not concerned. */
    static Step unproven(Step step, Sale sale, Moment now) {
        Step opened = opened(step, sale, sale.shareMinor(), CaseReason.UNPROVEN_DELIVERY);
        return LineSteps.next(opened, sale.end(Fate.HELD), now);
    }

    /** The same, and nothing more is sold in this sale. */
    static Step unprovenAtStart(Step step, Sale sale, Moment now) {
        Step opened = opened(step, sale, sale.shareMinor(), CaseReason.UNPROVEN_DELIVERY);
        return LineSteps.stop(opened, sale.end(Fate.HELD), Ending.UNAVAILABLE, now);
    }

    static Step refundNotProven(Step step, Sale sale, Moment now) {
        Step opened = opened(step, sale, sale.shareMinor(), CaseReason.REFUND_NOT_PROVEN);
        return LineSteps.stop(opened, sale.end(Fate.HELD), Ending.UNAVAILABLE, now);
    }

    static Step paymentNotKnown(Step step, Sale sale, Moment now) {
        Step opened = opened(step, sale, sale.priceMinor(), CaseReason.PAYMENT_NOT_KNOWN);
        return LineSteps.stop(opened, sale.end(Fate.NOT_KNOWN), Ending.UNAVAILABLE, now);
    }

    private static Step opened(Step step, Sale sale, long amountMinor, CaseReason reason) {
        return step.fact(
                new Fact.CaseOpened(
                        sale.id(), sale.line().line(), sale.way(), amountMinor, reason));
    }
}
