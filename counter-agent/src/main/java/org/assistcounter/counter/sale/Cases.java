package org.assistcounter.counter.sale;

import org.assistcounter.protocol.journal.Fact;

/** Ends a sale with a case: the money is a liability until a person has looked. */
final class Cases {

    private Cases() {}

    static Step open(Step step, Sale sale, Fact.CaseOpened fact, Moment now) {
        return step.fact(fact)
                .fact(PaymentSteps.closedAsCase(sale))
                .to(new Phase.Ended(sale, Ending.CASE, now.millis() + Limits.LAST_PAGE));
    }
}
