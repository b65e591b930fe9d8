package org.assistcounter.counter.sale;

import org.assistcounter.counter.dispense.Verdicts;
import org.assistcounter.counter.sale.LineEnd.Fate;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;

/** The turn of a motor, and what its end does to goods and money. */
final class DispenseSteps {

    private DispenseSteps() {}

    /** Approved and commanded are one transaction, so no start finds the one without the other. */
    static Step turnMotor(Step paid, Sale sale, Moment now) {
        long command = paid.state().nextCommand();
        int slot = sale.line().slot();
        return paid.fact(new Fact.DispenseCommanded(sale.id(), sale.line().line(), slot, command))
                .effect(new Effect.CommandDispenser(new DispenserCommand.TurnMotor(command, slot)))
                .given()
                .to(new Phase.Dispensing(sale, command, now.millis() + Limits.DISPENSING));
    }

    static Step step(
            CounterState state, Phase.Dispensing dispensing, TurnEvidence evidence, Moment now) {
        Sale sale = dispensing.sale();
        DispenseVerdict verdict = Verdicts.of(evidence);
        Step step = written(Step.stay(state), sale, evidence);
        return switch (verdict) {
            case DELIVERED -> LineSteps.next(keepMoney(step, sale), sale.end(Fate.DELIVERED), now);
            case NOT_DELIVERED -> RefundSteps.giveBack(step, sale, true, now);
            case UNPROVEN -> Cases.unproven(keepMoney(step, sale), sale, now);
        };
    }

    /** No word came in time: the command may or may not have run, and is never given again. */
    static Step timedOut(CounterState state, Phase.Dispensing dispensing, Moment now) {
        return step(state, dispensing, TurnEvidence.lost(SelfTest.UNKNOWN), now);
    }

    /** A turn that an earlier run commanded: nobody knows what became of it. */
    static Step lostAtStart(Step before, Sale sale, Moment now) {
        Step written = written(before, sale, TurnEvidence.lost(SelfTest.UNKNOWN));
        return Cases.unprovenAtStart(keepMoney(written, sale), sale, now);
    }

    private static Step written(Step step, Sale sale, TurnEvidence evidence) {
        boolean slotOff = Verdicts.slotOff(evidence);
        Step resolved =
                step.fact(
                        new Fact.DispenseResolved(
                                sale.id(),
                                sale.line(),
                                sale.shareMinor(),
                                Verdicts.of(evidence),
                                Verdicts.words(evidence),
                                slotOff));
        return slotOff
                ? resolved.fact(new Fact.SlotSwitched(sale.line().slot(), false, "no clean turn"))
                : resolved;
    }

    /** The reader keeps the money; for a case it does too, because a case is settled elsewhere. */
    private static Step keepMoney(Step step, Sale sale) {
        return switch (sale.way()) {
            case CARD ->
                    step.effect(
                            new Effect.CommandReader(
                                    new CashlessCommand.ConfirmVend(
                                            sale.line().slot(), sale.hasNext())));
            case WALLET -> step;
        };
    }
}
