package org.assistcounter.counter.sale;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.SaleId;

/**
 * Inputs from a seed: mostly what the phase waits for, so that sales come to their ends, and often
 * something else, early, late, twice or for nobody.
 */
final class RandomShopping {
    private static final List<Integer> SLOTS =
            List.of(
                    Goods.APPLE,
                    Goods.JUJUBE,
                    Goods.HONEY,
                    Goods.WALNUT,
                    Goods.EXPIRED,
                    Goods.NOWHERE);

    private final SplittableRandom random;
    private SaleId newest = SaleId.of(0, 1);
    private int sales;

    RandomShopping(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Input next(CounterState state) {
        if (random.nextInt(4) == 0) {
            return anything(state);
        }
        if (!state.equipment().dispenserReady()) {
            return new Input.DispenserSaid(new DispenserEvent.BoardReady(SelfTest.GOOD));
        }
        if (!state.equipment().cabinet().isWell() && random.nextBoolean()) {
            return new Input.CabinetSaid(new CabinetEvent.CabinetReady(true, true));
        }
        return fitting(state);
    }

    /** Cabinets that give out one item, and such that give out several. */
    int itemsAtOnce() {
        return random.nextInt(1, 5);
    }

    /** Mostly moments; now and then longer than any limit. */
    long waitMillis() {
        return random.nextInt(12) == 0 ? random.nextLong(150_000) : random.nextLong(2_000);
    }

    private Input fitting(CounterState state) {
        return switch (state.phase()) {
            case Phase.Browsing browsing -> {
                if (state.equipment().reader() != Equipment.Reader.READY) {
                    yield reader(ready());
                }
                yield browsing.basket().isEmpty() || random.nextBoolean()
                        ? new Input.Looked(slot())
                        : new Input.Reviewed();
            }
            case Phase.Looking looking ->
                    looking.basket().isEmpty() && random.nextBoolean()
                            ? new Input.Bought(looking.slot(), fresh())
                            : new Input.Added(looking.slot());
            case Phase.Reviewing _ -> new Input.CheckedOut(fresh());
            case Phase.Choosing _ -> payment();
            case Phase.Paying paying -> paying(paying);
            case Phase.Dispensing dispensing -> turnEnded(dispensing.command());
            case Phase.Returning _, Phase.Recovering _ -> reader(settled());
            case Phase.Ended _ -> new Input.Finished();
            case Phase.Servicing servicing -> technician(servicing.visit());
        };
    }

    private Input technician(Visit visit) {
        return switch (visit) {
            case Visit.Entering _ -> new Input.CodeEntered(new ServiceCode("402917"));
            case Visit.Checking checking ->
                    new Input.CodeCompared(
                            checking.attempt(),
                            random.nextInt(3) == 0 ? CodeVerdict.WRONG : CodeVerdict.RIGHT);
            case Visit.SignedIn _ ->
                    random.nextBoolean() ? new Input.ServiceEnded() : new Input.SlotMended(slot());
        };
    }

    private Input paying(Phase.Paying paying) {
        String attempt = paying.sale().attemptId();
        long price = paying.sale().priceMinor();
        return switch (paying.stage()) {
            case AWAITING_CARD -> reader(new CashlessEvent.SessionBegan(-1));
            case AUTHORISING, CANCELLING -> reader(authorised(price));
            case ORDERING -> answer(attempt, Answer.State.WAITING, 0);
            case AWAITING_SCAN, CHARGING, CLOSING ->
                    answer(
                            attempt,
                            paying.stage() == Stage.CLOSING && random.nextBoolean()
                                    ? Answer.State.CLOSED
                                    : Answer.State.PAID,
                            price);
        };
    }

    private Input anything(CounterState state) {
        return switch (random.nextInt(26)) {
            case 0 -> new Input.Looked(slot());
            case 25 -> new Input.ServiceWanted();
            case 1 -> new Input.WentBack();
            case 2 -> new Input.Bought(slot(), fresh());
            case 3 -> payment();
            case 4, 5, 6 -> new Input.Cancelled();
            case 7 -> new Input.Finished();
            case 8 -> reader(ready());
            case 9 -> reader(new CashlessEvent.ReaderLost("gone"));
            case 10 -> reader(new CashlessEvent.SessionBegan(-1));
            case 11 -> reader(authorised(1 + random.nextLong(5_000)));
            case 12 -> reader(settled());
            case 13 -> reader(new CashlessEvent.SessionEnded());
            case 14 -> turnEnded(random.nextLong(1, state.nextCommand() + 1));
            case 15 -> new Input.DispenserSaid(new DispenserEvent.BoardLost("gone"));
            case 16 -> answer(newest.attempt(1), word(), 1 + random.nextLong(5_000));
            case 17 -> new Input.FleetReachable(random.nextInt(3) > 0);
            case 18 -> new Input.Refused("screen", "malformed", "");
            case 19 -> new Input.CabinetSaid(cabinet());
            case 20 -> new Input.Added(slot());
            case 21 -> new Input.Removed(slot());
            case 22 -> new Input.Reviewed();
            case 23 -> new Input.CheckedOut(fresh());
            default -> new Input.BeatDue();
        };
    }

    private CabinetEvent cabinet() {
        return switch (random.nextInt(6)) {
            case 0 -> new CabinetEvent.DoorOpened();
            case 1 -> new CabinetEvent.DoorClosed();
            case 2 -> new CabinetEvent.PowerFailing();
            case 3 -> new CabinetEvent.PowerReturned();
            case 4 -> new CabinetEvent.CabinetLost("gone");
            default -> new CabinetEvent.CabinetReady(random.nextBoolean(), random.nextBoolean());
        };
    }

    private CashlessEvent authorised(long amount) {
        return switch (random.nextInt(7)) {
            case 0 -> new CashlessEvent.VendDenied();
            case 1 -> new CashlessEvent.ReaderLost("gone");
            case 2 -> new CashlessEvent.VendApproved(Math.max(1, amount - 10));
            case 3 -> new CashlessEvent.VendApproved(0);
            default -> new CashlessEvent.VendApproved(amount);
        };
    }

    private static CashlessEvent ready() {
        return new CashlessEvent.ReaderReady(1, true, 5, 65_534);
    }

    private CashlessEvent settled() {
        return new CashlessEvent.FailureSettled(any(CashlessEvent.Settlement.values()));
    }

    private Input turnEnded(long command) {
        TurnEvidence evidence =
                random.nextBoolean()
                        ? PlayedCounter.TAKEN
                        : new TurnEvidence(
                                any(TurnEvidence.Home.values()),
                                any(TurnEvidence.Drop.values()),
                                any(SelfTest.values()),
                                any(SelfTest.values()),
                                -1);
        return new Input.DispenserSaid(new DispenserEvent.TurnEnded(command, evidence));
    }

    private static Input answer(String attempt, Answer.State word, long amount) {
        String code = word == Answer.State.WAITING ? "https://pay.example/2" : null;
        return new Input.FleetAnswered(new Answer(attempt, word, code, amount, null));
    }

    private static Input reader(CashlessEvent event) {
        return new Input.ReaderSaid(event);
    }

    private Answer.State word() {
        return any(Answer.State.values());
    }

    private Input payment() {
        return switch (random.nextInt(4)) {
            case 0 -> new Input.ScannedCode("134567890123456789");
            case 1 -> new Input.ScannedCode("no payment code");
            case 2 -> new Input.ChoseWay(new Method.ShownCode(any(Wallet.values())));
            default -> new Input.ChoseWay(new Method.Card());
        };
    }

    private int slot() {
        return SLOTS.get(random.nextInt(SLOTS.size()));
    }

    private SaleId fresh() {
        newest = SaleId.of(0, ++sales);
        return newest;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
