package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.Phase.Paying.Due;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.RefundOutcome;

/** What happens when a phase's time is over. */
final class TimeSteps {

    private TimeSteps() {}

    static long deadlineMillis(Phase phase) {
        return switch (phase) {
            case Phase.Browsing p -> p.untilMillis();
            case Phase.Looking p -> p.untilMillis();
            case Phase.Reviewing p -> p.untilMillis();
            case Phase.Choosing p -> p.untilMillis();
            case Phase.Paying p -> p.due().firstMillis();
            case Phase.Dispensing p -> p.untilMillis();
            case Phase.Returning p -> p.untilMillis();
            case Phase.Ended p -> p.untilMillis();
            case Phase.Recovering p -> p.untilMillis();
            case Phase.Servicing p -> p.visit().untilMillis();
        };
    }

    static Step step(CounterState state, Moment now) {
        if (now.millis() < deadlineMillis(state.phase())) {
            return Step.stay(state);
        }
        return switch (state.phase()) {
            case Phase.Browsing _, Phase.Looking _, Phase.Reviewing _, Phase.Ended _ ->
                    Step.stay(state).to(new Phase.Browsing());
            case Phase.Choosing choosing ->
                    Step.stay(state).fact(choosing.sale().closed()).to(new Phase.Browsing());
            case Phase.Paying paying ->
                    now.millis() < paying.due().untilMillis()
                            ? query(state, paying, now)
                            : PaymentSteps.timedOut(state, paying, now);
            case Phase.Dispensing dispensing -> DispenseSteps.timedOut(state, dispensing, now);
            case Phase.Returning returning ->
                    RefundSteps.notProven(
                            Step.stay(state), returning.sale(), RefundOutcome.UNKNOWN, now);
            case Phase.Recovering recovering -> RecoverySteps.giveUp(state, recovering, now);
            case Phase.Servicing servicing -> ServiceSteps.timedOut(state, servicing.visit());
        };
    }

    private static Step query(CounterState state, Phase.Paying paying, Moment now) {
        return Step.stay(state)
                .effect(new Effect.AskFleet(new Question.QueryWallet(paying.sale().attemptId())))
                .to(
                        new Phase.Paying(
                                paying.sale(),
                                paying.method(),
                                paying.stage(),
                                paying.code(),
                                paying.ifUnpaid(),
                                Due.queried(now.millis(), paying.due().untilMillis())));
    }
}
