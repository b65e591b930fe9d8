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
    private static final int WILD_PERCENT_MAX = 12;
    private static final int CANCEL_PERCENT_MAX = 30;
    private static final int SERVICE_PERCENT_MAX = 16;
    private static final String ANY_CODE = "134567890123456789";

    private final SplittableRandom random;
    private final SimulatedTechnician technician;
    private final long idleMillisMax;
    private final int wildPercent;
    private final int cancelPercent;
    private final int servicePercent;

    SimulatedShopper(SplittableRandom random) {
        this.random = random;
        this.technician = new SimulatedTechnician(random.split());
        this.idleMillisMax = random.nextLong(5_000, 300_000);
        this.wildPercent = random.nextInt(WILD_PERCENT_MAX);
        this.cancelPercent = random.nextInt(CANCEL_PERCENT_MAX);
        this.servicePercent = random.nextInt(SERVICE_PERCENT_MAX);
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
                ? random.nextLong(2_000, idleMillisMax)
                : random.nextLong(300, 6_000);
    }

    Act act(CounterState state) {
        return chance(wildPercent) ? touch(anything()) : sensible(state);
    }

    private Act sensible(CounterState state) {
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
        if (chance(servicePercent)) {
            return touch(new Input.ServiceWanted());
        }
        return browsing.basket().isEmpty() || chance(30)
                ? look(state, browsing)
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

    /** Often one more of the same. */
    private Act look(CounterState state, Phase.Browsing browsing) {
        if (!browsing.basket().isEmpty() && chance(40)) {
            return touch(new Input.Looked(browsing.basket().slots().getFirst()));
        }
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
        if (chance(cancelPercent)) {
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

    /** What no screen offers just now: a double touch, a second screen, a stranger's program. */
    private Input anything() {
        int slot = Goods.slotNumber(random);
        return switch (random.nextInt(16)) {
            case 0 -> new Input.Looked(slot);
            case 1 -> new Input.WentBack();
            case 2 -> new Input.Bought(slot, fresh());
            case 3 -> new Input.Added(slot);
            case 4 -> new Input.Removed(slot);
            case 5 -> new Input.Reviewed();
            case 6 -> new Input.CheckedOut(fresh());
            case 7, 8, 9 -> payment();
            case 10 -> new Input.Finished();
            case 11 -> new Input.ServiceEnded();
            case 12 -> new Input.SlotMended(slot);
            case 13 -> new Input.ServiceWanted();
            default -> technician.anything();
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
