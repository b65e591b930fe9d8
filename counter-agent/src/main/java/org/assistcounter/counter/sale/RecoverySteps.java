package org.assistcounter.counter.sale;

import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Ends the sale that an earlier run left open. A motor is never turned again. A reader that kept
 * its session while the agent was gone is first asked to give the money back or keep it, because a
 * reset after an approval keeps the money for good (MDB/ICP 4.2, section 7.4.7).
 */
public final class RecoverySteps {

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
        return switch (open.progress()) {
            case OPENED ->
                    startReader(Step.stay(state).fact(ShopperSteps.closedUnpaid(open.sale())));
            case PAYMENT_REQUESTED -> paymentRequested(state, open.sale(), now);
            case DISPENSE_COMMANDED -> dispenseCommanded(state, open.sale(), now);
            case REFUND_REQUESTED -> settle(state, open.sale(), true, now);
        };
    }

    private static Step paymentRequested(CounterState state, Sale sale, Moment now) {
        return switch (sale.way()) {
            case CARD -> settle(state, sale, false, now);
            case WALLET ->
                    startReader(
                            Step.stay(state)
                                    .fact(
                                            ShopperSteps.resolvedUnpaid(
                                                    sale, PaymentOutcome.ABANDONED))
                                    .fact(ShopperSteps.closedUnpaid(sale)));
        };
    }

    private static Step dispenseCommanded(CounterState state, Sale sale, Moment now) {
        Step written =
                DispenseSteps.written(Step.stay(state), sale, TurnEvidence.lost(SelfTest.UNKNOWN));
        return startReader(DispenseSteps.unproven(written, sale, now).to(new Phase.Browsing()));
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
        Step ended =
                switch (settlement) {
                    case REFUNDED ->
                            recovering.paid()
                                    ? RefundSteps.refunded(step, sale, RefundOutcome.RETURNED)
                                    : step.fact(
                                                    ShopperSteps.resolvedUnpaid(
                                                            sale, PaymentOutcome.ABANDONED))
                                            .fact(ShopperSteps.closedUnpaid(sale));
                    case LOST -> notSettled(step, recovering, RefundOutcome.LOST, now);
                    case UNKNOWN -> notSettled(step, recovering, RefundOutcome.UNKNOWN, now);
                };
        return startReader(ended.to(new Phase.Browsing()));
    }

    private static Step notSettled(
            Step step, Phase.Recovering recovering, RefundOutcome outcome, Moment now) {
        Sale sale = recovering.sale();
        if (recovering.paid()) {
            return RefundSteps.notProven(step, sale, outcome, now);
        }
        return Cases.open(
                step.fact(ShopperSteps.resolvedUnpaid(sale, PaymentOutcome.UNKNOWN)),
                sale,
                new Fact.CaseOpened(
                        sale.id(),
                        sale.line().line(),
                        PaymentWay.CARD,
                        sale.line().priceMinor(),
                        CaseReason.PAYMENT_NOT_KNOWN),
                now);
    }

    private static Step startReader(Step step) {
        return step.effect(new Effect.CommandReader(new CashlessCommand.Start()));
    }
}
