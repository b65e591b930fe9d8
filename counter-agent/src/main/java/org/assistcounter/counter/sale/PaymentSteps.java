package org.assistcounter.counter.sale;

import org.assistcounter.counter.payment.PaymentNews;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Phase.Paying.Due;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;

/** What the news of a payment attempt does, and giving one up. */
final class PaymentSteps {

    private PaymentSteps() {}

    static Step step(CounterState state, Phase.Paying paying, PaymentNews news, Moment now) {
        Sale sale = paying.sale();
        return switch (news) {
            case PaymentNews.Nothing _ -> Step.stay(state);
            case PaymentNews.CardPresent _ -> requestVend(state, paying, now);
            case PaymentNews.CodeReady ready ->
                    Step.stay(state)
                            .to(
                                    new Phase.Paying(
                                            sale,
                                            paying.method(),
                                            Stage.AWAITING_SCAN,
                                            ready.code(),
                                            paying.ifUnpaid(),
                                            Due.queried(
                                                    now.millis(),
                                                    now.millis() + Limits.AWAITING_SCAN)));
            case PaymentNews.Approved approved -> approved(state, paying, approved, now);
            case PaymentNews.ApprovedNothing _ -> approvedNothing(state, paying, now);
            case PaymentNews.Declined _ ->
                    unpaid(Step.stay(state), paying, PaymentOutcome.DECLINED, Ending.DECLINED, now);
            case PaymentNews.Unavailable _ ->
                    unpaid(
                            Step.stay(state),
                            paying,
                            PaymentOutcome.ABANDONED,
                            Ending.UNAVAILABLE,
                            now);
            case PaymentNews.GivenUp _ ->
                    unpaid(
                            Step.stay(state),
                            paying,
                            PaymentOutcome.ABANDONED,
                            paying.ifUnpaid(),
                            now);
            case PaymentNews.NotKnown _ -> notKnown(state, sale, now);
        };
    }

    /** The intent is on disk before the reader hears of it. */
    private static Step requestVend(CounterState state, Phase.Paying paying, Moment now) {
        Sale sale = paying.sale();
        long price = sale.line().priceMinor();
        return Step.stay(state)
                .fact(new Fact.PaymentRequested(sale.id(), sale.attempt(), sale.way(), price))
                .effect(
                        new Effect.CommandReader(
                                new CashlessCommand.RequestVend(price, sale.line().slot())))
                .to(
                        paying.next(
                                Stage.AUTHORISING,
                                paying.ifUnpaid(),
                                Due.only(now.millis() + Limits.AUTHORISING)));
    }

    private static Step approved(
            CounterState state, Phase.Paying paying, PaymentNews.Approved news, Moment now) {
        Sale sale = paying.sale().paid(news.amountMinor());
        Step paid =
                Step.stay(state)
                        .fact(
                                new Fact.PaymentResolved(
                                        sale.id(),
                                        sale.attempt(),
                                        sale.way(),
                                        PaymentOutcome.APPROVED,
                                        news.amountMinor(),
                                        news.reference()));
        return switch (paying.stage()) {
            case CANCELLING, CLOSING -> RefundSteps.giveBack(paid, sale, now);
            case AWAITING_CARD, AUTHORISING, ORDERING, AWAITING_SCAN, CHARGING ->
                    state.equipment().cabinet().isWell()
                                    && !state.shelf().isTooWarm(sale.line().slot())
                            ? turnMotor(paid, sale, now)
                            : RefundSteps.giveBack(paid, sale, now);
        };
    }

    /** The reader's session is ended as a failed vend, as it demands after every approval. */
    private static Step approvedNothing(CounterState state, Phase.Paying paying, Moment now) {
        Ending ending = paying.stage() == Stage.CANCELLING ? paying.ifUnpaid() : Ending.DECLINED;
        return unpaid(
                Step.stay(state).effect(new Effect.CommandReader(new CashlessCommand.FailVend())),
                paying,
                PaymentOutcome.DECLINED,
                ending,
                now);
    }

    /** Approved and commanded are one transaction, so no start finds the one without the other. */
    private static Step turnMotor(Step paid, Sale sale, Moment now) {
        long command = paid.state().nextCommand();
        int slot = sale.line().slot();
        return paid.fact(new Fact.DispenseCommanded(sale.id(), sale.line().line(), slot, command))
                .effect(new Effect.CommandDispenser(new DispenserCommand.TurnMotor(command, slot)))
                .to(paid.state().commandGiven())
                .to(new Phase.Dispensing(sale, command, now.millis() + Limits.DISPENSING));
    }

    private static Step unpaid(
            Step before, Phase.Paying paying, PaymentOutcome outcome, Ending ending, Moment now) {
        Sale sale = paying.sale();
        Step step = before;
        if (paying.stage() != Stage.AWAITING_CARD) {
            step = step.fact(ShopperSteps.resolvedUnpaid(sale, outcome));
        }
        return switchedOff(step, sale)
                .fact(ShopperSteps.closedUnpaid(sale))
                .to(new Phase.Ended(sale, ending, now.millis() + Limits.UNPAID_PAGE));
    }

    private static Step switchedOff(Step step, Sale sale) {
        return switch (sale.way()) {
            case CARD -> step.effect(new Effect.CommandReader(new CashlessCommand.Disable()));
            case WALLET -> step;
        };
    }

    private static Step notKnown(CounterState state, Sale sale, Moment now) {
        return Cases.open(
                Step.stay(state).fact(ShopperSteps.resolvedUnpaid(sale, PaymentOutcome.UNKNOWN)),
                sale,
                new Fact.CaseOpened(
                        sale.id(),
                        sale.line().line(),
                        sale.way(),
                        sale.line().priceMinor(),
                        CaseReason.PAYMENT_NOT_KNOWN),
                now);
    }

    /** The shopper or the clock gives up; what was asked for may still be approved. */
    static Step giveUp(CounterState state, Phase.Paying paying, Ending ending, Moment now) {
        Sale sale = paying.sale();
        return switch (paying.stage()) {
            case AWAITING_CARD ->
                    unpaid(Step.stay(state), paying, PaymentOutcome.ABANDONED, ending, now);
            case AUTHORISING ->
                    Step.stay(state)
                            .effect(new Effect.CommandReader(new CashlessCommand.Disable()))
                            .to(
                                    paying.next(
                                            Stage.CANCELLING,
                                            ending,
                                            Due.only(now.millis() + Limits.CANCELLING)));
            case ORDERING, AWAITING_SCAN, CHARGING ->
                    Step.stay(state)
                            .effect(new Effect.AskFleet(new Question.CloseWallet(sale.attemptId())))
                            .to(
                                    paying.next(
                                            Stage.CLOSING,
                                            ending,
                                            Due.only(now.millis() + Limits.CLOSING)));
            case CANCELLING, CLOSING -> Step.stay(state);
        };
    }

    /** The time of a stage is over. */
    static Step timedOut(CounterState state, Phase.Paying paying, Moment now) {
        return switch (paying.stage()) {
            case AWAITING_CARD, AUTHORISING, ORDERING, AWAITING_SCAN, CHARGING ->
                    giveUp(state, paying, Ending.TIMED_OUT, now);
            case CANCELLING -> notKnown(state, paying.sale(), now);
            case CLOSING ->
                    unpaid(
                            Step.stay(state),
                            paying,
                            PaymentOutcome.ABANDONED,
                            paying.ifUnpaid(),
                            now);
        };
    }

    /** Money that went to a case is charged and held, when it is known to have been taken. */
    static Fact.SaleClosed closedAsCase(Sale sale) {
        return new Fact.SaleClosed(
                sale.id(), SaleOutcome.CASE, sale.paidMinor(), 0, sale.paidMinor());
    }
}
