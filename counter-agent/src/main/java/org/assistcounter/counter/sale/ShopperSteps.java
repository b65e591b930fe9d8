package org.assistcounter.counter.sale;

import java.util.List;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Phase.Choosing.Scan;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.jspecify.annotations.Nullable;

/** What a shopper's touches do. A touch that does not fit the phase does nothing. */
final class ShopperSteps {
    private static final int ONLY_LINE = 1;

    private ShopperSteps() {}

    static Step step(CounterState state, Input.Shopper touch, Moment now) {
        return switch (touch) {
            case Input.Looked looked -> looked(state, looked.slot(), now);
            case Input.WentBack _ -> wentBack(state);
            case Input.Bought bought -> bought(state, bought, now);
            case Input.ChoseWay chose -> choseWay(state, chose.method(), now);
            case Input.ScannedCode scanned -> scanned(state, scanned.text(), now);
            case Input.Cancelled _ -> cancelled(state, now);
            case Input.Finished _ -> finished(state);
        };
    }

    private static Step looked(CounterState state, int slot, Moment now) {
        boolean free =
                state.phase() instanceof Phase.Browsing || state.phase() instanceof Phase.Looking;
        return free && state.shelf().slot(slot) != null
                ? Step.stay(state).to(new Phase.Looking(slot, now.millis() + Limits.LOOKING))
                : Step.stay(state);
    }

    static Step wentBack(CounterState state) {
        return switch (state.phase()) {
            case Phase.Looking _, Phase.Ended _ -> Step.stay(state).to(new Phase.Browsing());
            case Phase.Choosing choosing -> leave(state, choosing.sale());
            case Phase.Browsing _,
                    Phase.Paying _,
                    Phase.Dispensing _,
                    Phase.Returning _,
                    Phase.Recovering _ ->
                    Step.stay(state);
        };
    }

    private static Step leave(CounterState state, Sale sale) {
        return Step.stay(state).fact(closedUnpaid(sale)).to(new Phase.Browsing());
    }

    private static Step bought(CounterState state, Input.Bought bought, Moment now) {
        ShelfSlot slot = sellable(state, bought.slot(), now);
        boolean looksAtIt =
                state.phase() instanceof Phase.Looking looking && looking.slot() == bought.slot();
        if (!looksAtIt || slot == null) {
            return Step.stay(state);
        }
        Fact.SaleLine line =
                new Fact.SaleLine(
                        ONLY_LINE,
                        slot.slot(),
                        slot.product(),
                        slot.lot().number(),
                        slot.priceMinor());
        Shelf shelf = state.shelf();
        return Step.stay(state)
                .fact(
                        new Fact.SaleOpened(
                                bought.sale(),
                                shelf.release().currency(),
                                shelf.release().revision(),
                                List.of(line)))
                .to(
                        new Phase.Choosing(
                                Sale.opened(bought.sale(), line),
                                Scan.NONE,
                                now.millis() + Limits.CHOOSING));
    }

    private static @Nullable ShelfSlot sellable(CounterState state, int number, Moment now) {
        ShelfSlot slot = state.shelf().slot(number);
        if (slot == null || !state.equipment().canDispense()) {
            return null;
        }
        return state.shelf().availability(slot, now.latestDate()) == Shelf.Availability.AVAILABLE
                ? slot
                : null;
    }

    private static Step choseWay(CounterState state, Method method, Moment now) {
        if (!(state.phase() instanceof Phase.Choosing choosing)) {
            return Step.stay(state);
        }
        Sale sale = choosing.sale();
        boolean works =
                Ways.obstacle(method.way(), state.equipment(), sale.line().priceMinor()).isEmpty()
                        && sellable(state, sale.line().slot(), now) != null;
        return works ? pay(state, sale.attempting(method.way()), method, now) : Step.stay(state);
    }

    private static Step pay(CounterState state, Sale sale, Method method, Moment now) {
        return switch (method) {
            case Method.Card _ -> awaitCard(state, sale, method, now);
            case Method.ShownCode(Wallet wallet) ->
                    askFleet(
                            state,
                            new Question.OrderWallet(sale.attemptId(), wallet, price(state, sale)),
                            Phase.Paying.begun(
                                    sale, method, Stage.ORDERING, due(now, Limits.ORDERING)));
            case Method.ScannedCode(PaymentCode code) ->
                    askFleet(
                            state,
                            new Question.ChargeCode(sale.attemptId(), code, price(state, sale)),
                            Phase.Paying.begun(
                                    sale, method, Stage.CHARGING, due(now, Limits.CHARGING)));
        };
    }

    private static Phase.Paying.Due due(Moment now, long limitMillis) {
        return Phase.Paying.Due.queried(now.millis(), now.millis() + limitMillis);
    }

    private static Question.Price price(CounterState state, Sale sale) {
        return new Question.Price(
                sale.line().priceMinor(),
                state.shelf().release().currency(),
                sale.line().product());
    }

    private static Step awaitCard(CounterState state, Sale sale, Method method, Moment now) {
        long until = now.millis() + Limits.AWAITING_CARD;
        return Step.stay(state)
                .effect(new Effect.CommandReader(new CashlessCommand.Enable()))
                .to(
                        Phase.Paying.begun(
                                sale, method, Stage.AWAITING_CARD, Phase.Paying.Due.only(until)));
    }

    private static Step askFleet(CounterState state, Question question, Phase.Paying paying) {
        Sale sale = paying.sale();
        return Step.stay(state)
                .fact(
                        new Fact.PaymentRequested(
                                sale.id(), sale.attempt(), sale.way(), sale.line().priceMinor()))
                .effect(new Effect.AskFleet(question))
                .to(paying);
    }

    /** A code that comes when none is awaited does nothing; it is nobody's business to keep it. */
    private static Step scanned(CounterState state, String text, Moment now) {
        if (!(state.phase() instanceof Phase.Choosing choosing)) {
            return Step.stay(state);
        }
        if (!state.equipment().fleetReachable()) {
            return Step.stay(state).to(said(choosing, Scan.OFFLINE));
        }
        return PaymentCode.read(text)
                .map(code -> choseWay(state, new Method.ScannedCode(code), now))
                .orElseGet(() -> Step.stay(state).to(said(choosing, Scan.UNKNOWN_CODE)));
    }

    private static Phase.Choosing said(Phase.Choosing choosing, Scan scan) {
        return new Phase.Choosing(choosing.sale(), scan, choosing.untilMillis());
    }

    private static Step cancelled(CounterState state, Moment now) {
        return switch (state.phase()) {
            case Phase.Choosing choosing -> leave(state, choosing.sale());
            case Phase.Paying paying -> PaymentSteps.giveUp(state, paying, Ending.CANCELLED, now);
            case Phase.Looking _ -> Step.stay(state).to(new Phase.Browsing());
            case Phase.Browsing _,
                    Phase.Dispensing _,
                    Phase.Returning _,
                    Phase.Ended _,
                    Phase.Recovering _ ->
                    Step.stay(state);
        };
    }

    private static Step finished(CounterState state) {
        return state.phase() instanceof Phase.Ended
                ? Step.stay(state).to(new Phase.Browsing())
                : Step.stay(state);
    }

    static Fact.SaleClosed closedUnpaid(Sale sale) {
        return new Fact.SaleClosed(sale.id(), SaleOutcome.UNPAID, 0, 0, 0);
    }

    static Fact.PaymentResolved resolvedUnpaid(Sale sale, PaymentOutcome outcome) {
        return new Fact.PaymentResolved(sale.id(), sale.attempt(), sale.way(), outcome, 0, null);
    }
}
