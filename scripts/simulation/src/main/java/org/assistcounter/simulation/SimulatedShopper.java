package org.assistcounter.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.simulators.cashless.ReaderTrick;

/** Somebody in front of the counter: mostly buys, sometimes hesitates, cancels or walks away. */
final class SimulatedShopper {
    private static final long FUNDS = 1_000_00;
    private static final String ANY_CODE = "134567890123456789";

    private final SplittableRandom random;
    private final SimulatedTechnician technician;

    SimulatedShopper(SplittableRandom random) {
        this.random = random;
        this.technician = new SimulatedTechnician(random.split());
    }

    /** What the shopper does. */
    sealed interface Act {
        /** Touches the screen. */
        record Touch(Input input) implements Act {}

        /** A technician clears a slot and says so. */
        record Mend(int slot) implements Act {}

        /** Does something with a card at the reader. */
        record Card(ReaderTrick trick) implements Act {}

        /** Pays by phone. */
        record Pay(String attempt) implements Act {}

        /** Waits. */
        record Nothing() implements Act {}
    }

    /** How long until the shopper does something about what the screen shows. */
    long hesitationMillis(CounterState state) {
        return state.phase().equals(new Phase.Browsing())
                ? random.nextLong(20_000, 360_000)
                : random.nextLong(300, 6_000);
    }

    Act act(CounterState state) {
        return switch (state.phase()) {
            case Phase.Browsing browsing -> browse(state, browsing);
            case Phase.Looking looking -> touch(pick(looking));
            case Phase.Reviewing reviewing -> touch(checkOut(reviewing));
            case Phase.Choosing _ -> chance(95) ? touch(payment()) : touch(new Input.Cancelled());
            case Phase.Paying paying -> pay(state, paying);
            case Phase.Ended _ -> chance(50) ? touch(new Input.Finished()) : new Act.Nothing();
            case Phase.Servicing servicing -> technician.act(state, servicing.visit());
            case Phase.Dispensing _, Phase.Returning _, Phase.Recovering _ -> new Act.Nothing();
        };
    }

    /** Now and then somebody comes who does not want to buy. */
    private Act browse(CounterState state, Phase.Browsing browsing) {
        if (chance(8)) {
            return touch(new Input.ServiceWanted());
        }
        return browsing.basket().isEmpty() || chance(30)
                ? look(state)
                : touch(new Input.Reviewed());
    }

    /** One item at once, or a basket that grows. */
    private Input.Shopper pick(Phase.Looking looking) {
        if (!chance(90)) {
            return new Input.WentBack();
        }
        return looking.basket().isEmpty() && chance(70)
                ? new Input.Bought(looking.slot(), fresh())
                : new Input.Added(looking.slot());
    }

    private Input.Shopper checkOut(Phase.Reviewing reviewing) {
        return chance(90)
                ? new Input.CheckedOut(fresh())
                : new Input.Removed(reviewing.basket().slots().getFirst());
    }

    private Act look(CounterState state) {
        List<ShelfSlot> slots = state.shelf().release().slots();
        return touch(new Input.Looked(slots.get(random.nextInt(slots.size())).slot()));
    }

    /** Half by card; of the others, most let the phone scan and some are scanned. */
    private Input.Shopper payment() {
        if (random.nextBoolean()) {
            return new Input.ChoseWay(new Method.Card());
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Input.ScannedCode("no payment code");
            case 1, 2 -> new Input.ScannedCode(ANY_CODE);
            default ->
                    new Input.ChoseWay(
                            new Method.ShownCode(
                                    random.nextBoolean() ? Wallet.WECHAT : Wallet.ALIPAY));
        };
    }

    private Act pay(CounterState state, Phase.Paying paying) {
        if (!chance(93)) {
            return touch(new Input.Cancelled());
        }
        return switch (paying.stage()) {
            case AWAITING_CARD -> new Act.Card(new ReaderTrick.TapCard(FUNDS));
            case AWAITING_SCAN, CHARGING -> new Act.Pay(paying.sale().attemptId());
            case AUTHORISING ->
                    state.equipment().prices().isAskedBeforeCard()
                            ? new Act.Card(new ReaderTrick.TapCard(FUNDS))
                            : new Act.Nothing();
            case CANCELLING, ORDERING, CLOSING -> new Act.Nothing();
        };
    }

    private static Act touch(Input input) {
        return new Act.Touch(input);
    }

    private SaleId fresh() {
        return SaleId.of(random.nextLong(), random.nextLong());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
