package org.assistcounter.counter.sale;

import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;

/** Gives money back: a card while its session is open, a wallet through the fleet. */
final class RefundSteps {

    private RefundSteps() {}

    /** Begins to give back all that was paid. */
    static Step giveBack(Step paid, Sale sale, Moment now) {
        Step requested =
                paid.fact(
                        new Fact.RefundRequested(
                                sale.id(),
                                sale.line().line(),
                                sale.attempt(),
                                sale.way(),
                                sale.paidMinor()));
        return switch (sale.way()) {
            case CARD ->
                    requested
                            .effect(new Effect.CommandReader(new CashlessCommand.FailVend()))
                            .to(new Phase.Returning(sale, now.millis() + Limits.RETURNING));
            case WALLET ->
                    refunded(requested, sale, RefundOutcome.HANDED_OVER)
                            .to(
                                    new Phase.Ended(
                                            sale,
                                            Ending.ON_ITS_WAY,
                                            now.millis() + Limits.LAST_PAGE));
        };
    }

    static Step step(
            CounterState state, Phase.Returning returning, CashlessEvent event, Moment now) {
        return switch (event) {
            case CashlessEvent.FailureSettled settled ->
                    settled(state, returning.sale(), settled.settlement(), now);
            case CashlessEvent.ReaderLost _, CashlessEvent.ReaderReady _ ->
                    notProven(Step.stay(state), returning.sale(), RefundOutcome.UNKNOWN, now);
            case CashlessEvent _ -> Step.stay(state);
        };
    }

    private static Step settled(
            CounterState state, Sale sale, CashlessEvent.Settlement settlement, Moment now) {
        Step step = Step.stay(state);
        return switch (settlement) {
            case REFUNDED ->
                    refunded(step, sale, RefundOutcome.RETURNED)
                            .to(
                                    new Phase.Ended(
                                            sale,
                                            Ending.RETURNED,
                                            now.millis() + Limits.LAST_PAGE));
            case LOST -> notProven(step, sale, RefundOutcome.LOST, now);
            case UNKNOWN -> notProven(step, sale, RefundOutcome.UNKNOWN, now);
        };
    }

    static Step refunded(Step step, Sale sale, RefundOutcome outcome) {
        return step.fact(resolved(sale, outcome))
                .fact(
                        new Fact.SaleClosed(
                                sale.id(),
                                SaleOutcome.REFUNDED,
                                sale.paidMinor(),
                                sale.paidMinor(),
                                0));
    }

    static Step notProven(Step step, Sale sale, RefundOutcome outcome, Moment now) {
        return Cases.open(
                step.fact(resolved(sale, outcome)),
                sale,
                new Fact.CaseOpened(
                        sale.id(),
                        sale.line().line(),
                        sale.way(),
                        sale.paidMinor(),
                        CaseReason.REFUND_NOT_PROVEN),
                now);
    }

    private static Fact.RefundResolved resolved(Sale sale, RefundOutcome outcome) {
        return new Fact.RefundResolved(
                sale.id(),
                sale.line().line(),
                sale.attempt(),
                sale.way(),
                sale.paidMinor(),
                outcome);
    }
}
