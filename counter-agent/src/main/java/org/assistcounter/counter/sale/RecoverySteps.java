package org.assistcounter.counter.sale;

import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Ends the sale that an earlier run left open. A motor is never turned again. A reader that kept
 * its session while the agent was gone is first asked to give the money back or keep it, because a
 * reset after an approval keeps the money for good (MDB/ICP 4.2, section 7.4.7).
 */
public final class RecoverySteps {

    private static final Ending STOPPED = Ending.UNAVAILABLE;

    private RecoverySteps() {}

    /** The first step of a started agent. */
    public static Step start(Shelf shelf, @Nullable OpenSale open, long nextCommand, Moment now) {
        CounterState state =
                new CounterState(
                        shelf,
                        Equipment.UNHEARD,
                        new Phase.Browsing(),
                        nextCommand,
                        FaultLimits.NONE);
        if (open == null) {
            return startReader(Step.stay(state));
        }
        Sale sale = open.sale();
        return switch (open.progress()) {
            case OPENED -> startReader(LineSteps.stop(Step.stay(state), sale, STOPPED, now));
            case PAYMENT_REQUESTED -> paymentRequested(state, sale, now);
            case DISPENSE_COMMANDED ->
                    startReader(DispenseSteps.lostAtStart(Step.stay(state), sale, now));
            case REFUND_REQUESTED -> settle(state, sale, true, now);
        };
    }

    private static Step paymentRequested(CounterState state, Sale sale, Moment now) {
        return switch (sale.way()) {
            case CARD -> settle(state, sale, false, now);
            case WALLET -> startReader(abandoned(Step.stay(state), sale, now));
        };
    }

    private static Step abandoned(Step step, Sale sale, Moment now) {
        return LineSteps.stop(
                step.fact(ShopperSteps.resolvedUnpaid(sale, PaymentOutcome.ABANDONED)),
                sale,
                STOPPED,
                now);
    }

    private static Step settle(CounterState state, Sale sale, boolean paid, Moment now) {
        return Step.stay(state)
                .effect(new Effect.CommandReader(new CashlessCommand.FailVend()))
                .to(new Phase.Recovering(sale, paid, now.millis() + Limits.RECOVERING));
    }

    static Step step(
            CounterState state, Phase.Recovering recovering, CashlessEvent event, Moment now) {
        return event instanceof CashlessEvent.FailureSettled settled
                ? settled(state, recovering, settled.settlement(), now)
                : Step.stay(state);
    }

    static Step giveUp(CounterState state, Phase.Recovering recovering, Moment now) {
        return settled(state, recovering, Settlement.UNKNOWN, now);
    }

    private static Step settled(
            CounterState state, Phase.Recovering recovering, Settlement settlement, Moment now) {
        Step step = Step.stay(state);
        Sale sale = recovering.sale();
        return startReader(
                switch (settlement) {
                    case REFUNDED ->
                            recovering.paid()
                                    ? RefundSteps.returnedAtStart(step, sale, now)
                                    : abandoned(step, sale, now);
                    case LOST -> notSettled(step, recovering, RefundOutcome.LOST, now);
                    case UNKNOWN -> notSettled(step, recovering, RefundOutcome.UNKNOWN, now);
                });
    }

    private static Step notSettled(
            Step step, Phase.Recovering recovering, RefundOutcome outcome, Moment now) {
        Sale sale = recovering.sale();
        return recovering.paid()
                ? RefundSteps.notProven(step, sale, outcome, now)
                : Cases.paymentNotKnown(
                        step.fact(ShopperSteps.resolvedUnpaid(sale, PaymentOutcome.UNKNOWN)),
                        sale,
                        now);
    }

    /** Nobody who was here before the start is still waiting for a last page. */
    private static Step startReader(Step step) {
        return step.effect(new Effect.CommandReader(new CashlessCommand.Start()))
                .to(new Phase.Browsing());
    }
}
