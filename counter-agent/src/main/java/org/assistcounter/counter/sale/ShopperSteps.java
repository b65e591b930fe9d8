package org.assistcounter.counter.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Phase.Choosing.Scan;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.pickup.PickupCode;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/** What a shopper's touches do. A touch that does not fit the phase does nothing. */
final class ShopperSteps {
    private ShopperSteps() {}

    static Step step(CounterState state, Input.Shopper touch, Moment now) {
        return switch (touch) {
            case Input.Looked(int slot) -> BasketSteps.looked(state, slot, now);
            case Input.Added(int slot) -> BasketSteps.added(state, slot, now);
            case Input.Removed(int slot) -> BasketSteps.removed(state, slot, now);
            case Input.Reviewed _ -> BasketSteps.reviewed(state, now);
            case Input.WentBack _ -> wentBack(state, now);
            case Input.Bought(int slot, SaleId sale) -> bought(state, slot, sale, now);
            case Input.CheckedOut(SaleId sale) -> checkedOut(state, sale, now);
            case Input.ChoseWay(Method method) -> choseWay(state, method, now);
            case Input.ScannedCode(String text) -> scanned(state, text, now);
            case Input.Cancelled _ -> cancelled(state, now);
            case Input.Finished _ -> finished(state);
        };
    }

    /** A sale of several items goes back to the basket, so that one of them can be left out. */
    static Step wentBack(CounterState state, Moment now) {
        return switch (state.phase()) {
            case Phase.Looking looking -> BasketSteps.browse(state, looking.basket(), now);
            case Phase.Reviewing reviewing -> BasketSteps.browse(state, reviewing.basket(), now);
            case Phase.Ended _ -> Step.stay(state).to(new Phase.Browsing());
            case Phase.Choosing choosing -> {
                Step left = left(state, choosing.sale());
                Basket basket = basket(choosing.sale());
                yield basket.size() > 1
                        ? BasketSteps.review(left.state(), basket, now).after(left)
                        : left;
            }
            case Phase.Browsing _,
                    Phase.Paying _,
                    Phase.Dispensing _,
                    Phase.Returning _,
                    Phase.Recovering _,
                    Phase.Servicing _ ->
                    Step.stay(state);
        };
    }

    private static Basket basket(Sale sale) {
        return new Basket(sale.lines().stream().map(Fact.SaleLine::slot).toList());
    }

    private static Step left(CounterState state, Sale sale) {
        return Step.stay(state).fact(sale.closed()).to(new Phase.Browsing());
    }

    private static Step bought(CounterState state, int slot, SaleId sale, Moment now) {
        boolean looksAtIt =
                state.phase() instanceof Phase.Looking looking
                        && looking.slot() == slot
                        && looking.basket().isEmpty();
        return looksAtIt ? open(state, Basket.EMPTY.with(slot), sale, now) : Step.stay(state);
    }

    private static Step checkedOut(CounterState state, SaleId sale, Moment now) {
        return state.phase() instanceof Phase.Reviewing reviewing
                ? open(state, reviewing.basket(), sale, now)
                : Step.stay(state);
    }

    private static Step open(CounterState state, Basket basket, SaleId id, Moment now) {
        if (!Offer.canBuy(state, basket, now.latestDate())) {
            return Step.stay(state);
        }
        ShelfRelease release = state.shelf().release();
        Sale sale = Sale.opened(id, lines(state, basket));
        return Step.stay(state)
                .fact(new Fact.SaleOpened(id, release.currency(), release.revision(), sale.lines()))
                .to(new Phase.Choosing(sale, Scan.NONE, now.millis() + Limits.CHOOSING));
    }

    /** Prices and lots as they are now; a later release changes nothing about this sale. */
    private static List<Fact.SaleLine> lines(CounterState state, Basket basket) {
        List<Fact.SaleLine> lines = new ArrayList<>();
        for (int number : basket.slots()) {
            ShelfSlot slot = Objects.requireNonNull(state.shelf().slot(number));
            lines.add(
                    new Fact.SaleLine(
                            lines.size() + 1,
                            number,
                            slot.product(),
                            slot.lot().number(),
                            slot.priceMinor()));
        }
        return lines;
    }

    private static Step choseWay(CounterState state, Method method, Moment now) {
        if (!(state.phase() instanceof Phase.Choosing choosing)) {
            return Step.stay(state);
        }
        Sale sale = choosing.sale();
        boolean works =
                Ways.obstacle(method.way(), state.equipment(), sale).isEmpty()
                        && Offer.canBuy(state, basket(sale), now.latestDate());
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
                sale.priceMinor(), state.shelf().release().currency(), sale.line().product());
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
                                sale.id(), sale.attempt(), sale.way(), sale.priceMinor()))
                .effect(new Effect.AskFleet(question))
                .to(paying);
    }

    /** A code that comes when none is awaited does nothing; it is nobody's business to keep it. */
    private static Step scanned(CounterState state, String text, Moment now) {
        if (!(state.phase() instanceof Phase.Choosing choosing)) {
            return Step.stay(state);
        }
        if (PickupCode.read(text).isPresent()) {
            return Step.stay(state).to(said(choosing, Scan.PICKUP_CODE));
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

    static Step cancelled(CounterState state, Moment now) {
        return switch (state.phase()) {
            case Phase.Choosing choosing -> left(state, choosing.sale());
            case Phase.Paying paying -> PaymentSteps.giveUp(state, paying, Ending.CANCELLED, now);
            case Phase.Looking _, Phase.Reviewing _ -> Step.stay(state).to(new Phase.Browsing());
            case Phase.Servicing servicing -> ServiceSteps.cancelled(state, servicing.visit());
            case Phase.Browsing _,
                    Phase.Dispensing _,
                    Phase.Returning _,
                    Phase.Ended _,
                    Phase.Recovering _ ->
                    Step.stay(state);
        };
    }

    /** Nothing can be sold now: who has not begun to pay goes to the closed page. */
    static Step sentAway(CounterState state, Moment now) {
        return switch (state.phase()) {
            case Phase.Looking _, Phase.Reviewing _, Phase.Choosing _ -> cancelled(state, now);
            case Phase _ -> Step.stay(state);
        };
    }

    private static Step finished(CounterState state) {
        return state.phase() instanceof Phase.Ended
                ? Step.stay(state).to(new Phase.Browsing())
                : Step.stay(state);
    }

    static Fact.PaymentResolved resolvedUnpaid(Sale sale, PaymentOutcome outcome) {
        return new Fact.PaymentResolved(sale.id(), sale.attempt(), sale.way(), outcome, 0, null);
    }
}
