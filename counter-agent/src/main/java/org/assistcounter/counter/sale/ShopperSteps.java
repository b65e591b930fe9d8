package org.assistcounter.counter.sale;

import java.util.List;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
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
            case Input.ChoseWay chose -> choseWay(state, chose.way(), now);
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

    private static Step wentBack(CounterState state) {
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
                                Sale.opened(bought.sale(), line), now.millis() + Limits.CHOOSING));
    }

    private static @Nullable ShelfSlot sellable(CounterState state, int number, Moment now) {
        ShelfSlot slot = state.shelf().slot(number);
        if (slot == null || !state.equipment().dispenserReady()) {
            return null;
        }
        return state.shelf().availability(slot, now.latestDate()) == Shelf.Availability.AVAILABLE
                ? slot
                : null;
    }

    private static Step choseWay(CounterState state, PaymentWay way, Moment now) {
        if (!(state.phase() instanceof Phase.Choosing choosing)) {
            return Step.stay(state);
        }
        Sale sale = choosing.sale();
        long price = sale.line().priceMinor();
        boolean works =
                Ways.obstacle(way, state.equipment(), price).isEmpty()
                        && sellable(state, sale.line().slot(), now) != null;
        if (!works) {
            return Step.stay(state);
        }
        return switch (way) {
            case CARD -> awaitCard(state, sale.attempting(way), now);
            case WALLET -> orderWallet(state, sale.attempting(way), now);
        };
    }

    private static Step awaitCard(CounterState state, Sale sale, Moment now) {
        long until = now.millis() + Limits.AWAITING_CARD;
        return Step.stay(state)
                .effect(new Effect.CommandReader(new CashlessCommand.Enable()))
                .to(Phase.Paying.stage(sale, Stage.AWAITING_CARD, Phase.Paying.Due.only(until)));
    }

    private static Step orderWallet(CounterState state, Sale sale, Moment now) {
        Fact.SaleLine line = sale.line();
        return Step.stay(state)
                .fact(
                        new Fact.PaymentRequested(
                                sale.id(), sale.attempt(), sale.way(), line.priceMinor()))
                .effect(
                        new Effect.AskFleet(
                                new Question.OrderWallet(
                                        sale.attemptId(),
                                        Wallet.WECHAT,
                                        new Question.Price(
                                                line.priceMinor(),
                                                state.shelf().release().currency(),
                                                line.product()))))
                .to(
                        Phase.Paying.stage(
                                sale,
                                Stage.ORDERING,
                                Phase.Paying.Due.queried(
                                        now.millis(), now.millis() + Limits.ORDERING)));
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
