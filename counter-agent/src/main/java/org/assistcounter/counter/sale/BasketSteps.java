package org.assistcounter.counter.sale;

/** Looking around and picking: everything before a sale is opened. */
final class BasketSteps {

    private BasketSteps() {}

    static Step looked(CounterState state, int slot, Moment now) {
        if (state.shelf().slot(slot) == null) {
            return Step.stay(state);
        }
        return switch (state.phase()) {
            case Phase.Browsing p -> look(state, slot, p.basket(), now);
            case Phase.Looking p -> look(state, slot, p.basket(), now);
            case Phase.Reviewing p -> look(state, slot, p.basket(), now);
            case Phase _ -> Step.stay(state);
        };
    }

    private static Step look(CounterState state, int slot, Basket basket, Moment now) {
        return Step.stay(state).to(new Phase.Looking(slot, basket, until(now)));
    }

    static Step added(CounterState state, int slot, Moment now) {
        return switch (state.phase()) {
            case Phase.Looking p when p.slot() == slot && canAdd(state, p.basket(), slot, now) ->
                    browse(state, p.basket().with(slot), now);
            case Phase.Reviewing p when canAdd(state, p.basket(), slot, now) ->
                    review(state, p.basket().with(slot), now);
            case Phase _ -> Step.stay(state);
        };
    }

    static Step removed(CounterState state, int slot, Moment now) {
        if (!(state.phase() instanceof Phase.Reviewing reviewing)) {
            return Step.stay(state);
        }
        Basket left = reviewing.basket().without(slot);
        return left.isEmpty() ? browse(state, left, now) : review(state, left, now);
    }

    static Step reviewed(CounterState state, Moment now) {
        return switch (state.phase()) {
            case Phase.Browsing p when !p.basket().isEmpty() -> review(state, p.basket(), now);
            case Phase.Looking p when !p.basket().isEmpty() -> review(state, p.basket(), now);
            case Phase _ -> Step.stay(state);
        };
    }

    private static boolean canAdd(CounterState state, Basket basket, int slot, Moment now) {
        return Offer.canAdd(state, basket, slot, now.latestDate());
    }

    static Step browse(CounterState state, Basket basket, Moment now) {
        return Step.stay(state)
                .to(
                        basket.isEmpty()
                                ? new Phase.Browsing()
                                : new Phase.Browsing(basket, until(now)));
    }

    static Step review(CounterState state, Basket basket, Moment now) {
        return Step.stay(state).to(new Phase.Reviewing(basket, until(now)));
    }

    private static long until(Moment now) {
        return now.millis() + Limits.LOOKING;
    }
}
