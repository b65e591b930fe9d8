package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.LineEnd.Fate;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.RefundOutcome;

/** Gives a line's money back: a card while its session is open, a wallet through the fleet. */
final class RefundSteps {

    private RefundSteps() {}

    /**
     * Begins to give back what was paid for the current line.
     *
     * @param goesOn whether the lines that are left are still wanted
     */
    static Step giveBack(Step paid, Sale sale, boolean goesOn, Moment now) {
        return switch (sale.way()) {
            case CARD ->
                    paid.fact(requested(sale))
                            .effect(
                                    new Effect.CommandReader(
                                            new CashlessCommand.FailVend(goesOn && sale.hasNext())))
                            .to(new Phase.Returning(sale, goesOn, now.millis() + Limits.RETURNING));
            case WALLET ->
                    goesOn
                            ? LineSteps.next(handedOver(paid, sale), sale.end(Fate.ON_ITS_WAY), now)
                            : LineSteps.stop(paid, sale, Ending.UNAVAILABLE, now);
        };
    }

    /** The fleet sends the line's share back; there is nothing to send of a share of nothing. */
    static Step handedOver(Step step, Sale sale) {
        return sale.shareMinor() == 0
                ? step
                : step.fact(requested(sale)).fact(resolved(sale, RefundOutcome.HANDED_OVER));
    }

    static Step step(
            CounterState state, Phase.Returning returning, CashlessEvent event, Moment now) {
        return switch (event) {
            case CashlessEvent.FailureSettled settled ->
                    settled(state, returning, settled.settlement(), now);
            case CashlessEvent.ReaderLost _, CashlessEvent.ReaderReady _ ->
                    notProven(Step.stay(state), returning.sale(), RefundOutcome.UNKNOWN, now);
            case CashlessEvent _ -> Step.stay(state);
        };
    }

    private static Step settled(
            CounterState state,
            Phase.Returning returning,
            CashlessEvent.Settlement settlement,
            Moment now) {
        Step step = Step.stay(state);
        Sale sale = returning.sale();
        return switch (settlement) {
            case REFUNDED -> returned(step, returning, now);
            case LOST -> notProven(step, sale, RefundOutcome.LOST, now);
            case UNKNOWN -> notProven(step, sale, RefundOutcome.UNKNOWN, now);
        };
    }

    private static Step returned(Step before, Phase.Returning returning, Moment now) {
        Sale sale = returning.sale();
        Step step = before.fact(resolved(sale, RefundOutcome.RETURNED));
        Sale ended = sale.end(Fate.RETURNED);
        return returning.goesOn()
                ? LineSteps.next(step, ended, now)
                : LineSteps.stop(step, ended, Ending.CANCELLED, now);
    }

    /** After a start: the reader gave the money back, and nothing more is sold in this sale. */
    static Step returnedAtStart(Step step, Sale sale, Moment now) {
        return LineSteps.stop(
                step.fact(resolved(sale, RefundOutcome.RETURNED)),
                sale.end(Fate.RETURNED),
                Ending.UNAVAILABLE,
                now);
    }

    static Step notProven(Step step, Sale sale, RefundOutcome outcome, Moment now) {
        return Cases.refundNotProven(step.fact(resolved(sale, outcome)), sale, now);
    }

    private static Fact.RefundRequested requested(Sale sale) {
        return new Fact.RefundRequested(
                sale.id(), sale.line().line(), sale.attempt(), sale.way(), sale.shareMinor());
    }

    private static Fact.RefundResolved resolved(Sale sale, RefundOutcome outcome) {
        return new Fact.RefundResolved(
                sale.id(),
                sale.line().line(),
                sale.attempt(),
                sale.way(),
                sale.shareMinor(),
                outcome);
    }
}
