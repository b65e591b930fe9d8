package org.assistcounter.counter.sale;

import org.assistcounter.counter.dispense.Verdicts;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.SaleOutcome;

/** What the end of a motor's turn does to goods and money. */
final class DispenseSteps {

    private DispenseSteps() {}

    static Step step(
            CounterState state, Phase.Dispensing dispensing, TurnEvidence evidence, Moment now) {
        Sale sale = dispensing.sale();
        DispenseVerdict verdict = Verdicts.of(evidence);
        Step step = written(Step.stay(state), sale, evidence);
        return switch (verdict) {
            case DELIVERED ->
                    keepMoney(step, sale)
                            .fact(
                                    new Fact.SaleClosed(
                                            sale.id(),
                                            SaleOutcome.DELIVERED,
                                            sale.paidMinor(),
                                            0,
                                            0))
                            .to(
                                    new Phase.Ended(
                                            sale, Ending.TAKEN, now.millis() + Limits.LAST_PAGE));
            case NOT_DELIVERED -> RefundSteps.giveBack(step, sale, now);
            case UNPROVEN -> unproven(step, sale, now);
        };
    }

    /** No word came in time: the command may or may not have run, and is never given again. */
    static Step timedOut(CounterState state, Phase.Dispensing dispensing, Moment now) {
        return step(state, dispensing, TurnEvidence.lost(SelfTest.UNKNOWN), now);
    }

    static Step unproven(Step step, Sale sale, Moment now) {
        return Cases.open(
                keepMoney(step, sale),
                sale,
                new Fact.CaseOpened(
                        sale.id(),
                        sale.line().line(),
                        sale.way(),
                        sale.paidMinor(),
                        CaseReason.UNPROVEN_DELIVERY),
                now);
    }

    static Step written(Step step, Sale sale, TurnEvidence evidence) {
        boolean slotOff = Verdicts.slotOff(evidence);
        Step resolved =
                step.fact(
                        new Fact.DispenseResolved(
                                sale.id(),
                                sale.line(),
                                sale.paidMinor(),
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
                                    new CashlessCommand.ConfirmVend(sale.line().slot())));
            case WALLET -> step;
        };
    }
}
