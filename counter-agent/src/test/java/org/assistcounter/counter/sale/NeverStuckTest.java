package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** Whatever shoppers touch in whatever order, and whatever devices say or keep to themselves. */
class NeverStuckTest {
    private static final int SEEDS = 3_000;
    private static final int INPUTS = 40;
    private static final long HOME_AFTER_MILLIS = 10 * 60_000;

    @Test
    void comesHomeByItselfWhereverItIsLeft() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            PlayedCounter counter = left(seed);

            long leftAt = counter.millis();
            while (!isHome(counter)) {
                assertThat(SaleCore.deadlineMillis(counter.state()))
                        .as("seed %d is left in %s", seed, counter.state().phase())
                        .isLessThanOrEqualTo(leftAt + HOME_AFTER_MILLIS);
                counter.waitForDeadline();
            }
        }
    }

    @Test
    void opensNoSaleThatItDoesNotClose() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            PlayedCounter counter = left(seed);
            while (!isHome(counter)) {
                counter.waitForDeadline();
            }

            assertThat(counter.facts(Fact.SaleClosed.class))
                    .as("seed %d", seed)
                    .hasSameSizeAs(counter.facts(Fact.SaleOpened.class));
        }
    }

    private static boolean isHome(PlayedCounter counter) {
        return counter.state().phase().equals(new Phase.Browsing());
    }

    private static PlayedCounter left(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlayedCounter counter = PlayedCounter.ready();
        int inputs = random.nextInt(INPUTS);
        for (int i = 0; i < inputs; i++) {
            if (random.nextInt(8) == 0) {
                counter.waitFor(random.nextLong(30_000));
            }
            counter.on(drawn(random, counter, i));
        }
        return counter;
    }

    private static Input drawn(SplittableRandom random, PlayedCounter counter, int number) {
        List<Integer> slots = List.of(Goods.APPLE, Goods.HONEY);
        int slot = slots.get(random.nextInt(slots.size()));
        return switch (random.nextInt(5)) {
            case 0, 1, 2 -> touch(random, slot, SaleId.of(7, number));
            case 3 -> money(random, counter);
            default -> devices(random, counter);
        };
    }

    private static Input touch(SplittableRandom random, int slot, SaleId sale) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Input.Looked(slot);
            case 2 -> new Input.WentBack();
            case 3, 4 -> new Input.Bought(slot, sale);
            case 5 -> new Input.Added(slot);
            case 6 -> new Input.Removed(slot);
            case 7 -> new Input.Reviewed();
            case 8 -> new Input.CheckedOut(sale);
            case 9, 10 -> new Input.ChoseWay(new Method.Card());
            case 11 -> new Input.ChoseWay(new Method.ShownCode(Wallet.WECHAT));
            case 12 -> new Input.ScannedCode("134567890123456789");
            case 13 -> new Input.Cancelled();
            case 14 -> technician(random, slot);
            default -> new Input.Finished();
        };
    }

    private static Input technician(SplittableRandom random, int slot) {
        return switch (random.nextInt(4)) {
            case 0 -> new Input.ServiceWanted();
            case 1 -> new Input.CodeEntered(new ServiceCode("402917"));
            case 2 -> new Input.SlotMended(slot);
            default -> new Input.ServiceEnded();
        };
    }

    private static Input money(SplittableRandom random, PlayedCounter counter) {
        if (random.nextInt(3) == 0 && counter.state().phase() instanceof Phase.Paying paying) {
            Answer.State word = one(random, EnumSet.allOf(Answer.State.class));
            String code = word == Answer.State.WAITING ? "https://pay.example/1" : null;
            return new Input.FleetAnswered(
                    new Answer(
                            paying.sale().attemptId(),
                            word,
                            code,
                            word == Answer.State.PAID ? paying.sale().priceMinor() : 0,
                            null));
        }
        return new Input.ReaderSaid(
                switch (random.nextInt(6)) {
                    case 0, 1 -> new CashlessEvent.SessionBegan(-1);
                    case 2 -> new CashlessEvent.VendApproved(Goods.APPLE_PRICE);
                    case 3 -> new CashlessEvent.VendDenied();
                    case 4 ->
                            new CashlessEvent.FailureSettled(
                                    one(random, EnumSet.allOf(CashlessEvent.Settlement.class)));
                    default -> new CashlessEvent.SessionEnded();
                });
    }

    private static <T> T one(SplittableRandom random, Collection<T> all) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    private static Input devices(SplittableRandom random, PlayedCounter counter) {
        return switch (random.nextInt(8)) {
            case 0 -> new Input.FleetReachable(random.nextBoolean());
            case 1 -> new Input.ReaderSaid(new CashlessEvent.ReaderLost("silent"));
            case 2, 3 -> new Input.ReaderSaid(new CashlessEvent.ReaderReady(1, true, 1, 65_534));
            case 4 -> new Input.DispenserSaid(new DispenserEvent.BoardReady(SelfTest.GOOD));
            case 5 -> new Input.DispenserSaid(new DispenserEvent.BoardLost("silent"));
            default ->
                    new Input.DispenserSaid(
                            new DispenserEvent.TurnEnded(
                                    counter.command(),
                                    random.nextBoolean()
                                            ? PlayedCounter.TAKEN
                                            : PlayedCounter.JAMMED));
        };
    }
}
