package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.qibixx.QibixxCashless;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many shoppers, faults and crashes by seed behind a Qibixx box, whose lines have no checksum and
 * whose refunds have no proof. The owner requests when a session begins and confirms or fails,
 * once, what was approved. A seed that fails is replayed by putting it into {@code seeds}.
 */
class RandomQibixxTest {

    private static final long PRICE = 350;

    private final World world = new World();
    private final List<CashlessEvent> all = new ArrayList<>();
    private final SimulatedQibixxBox simulated = new SimulatedQibixxBox();
    private final WireEnd<ReaderTrick, ReaderSnapshot> box =
            new WireEnd<>(world, simulated, snapshot -> {});
    private SplittableRandom random = new SplittableRandom();
    private WireEnd<CashlessCommand, CashlessEvent> host = newHost();
    private int generation;
    private int fails;
    private int confirms;
    private int sessions;
    private boolean approvedOpen;
    private boolean settling;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverTellsMoreThanTheBoxProvedAndAlwaysSellsAgain(long seed) {
        random = new SplittableRandom(seed);
        host.connect(box, 3 + random.nextInt(20));
        host.command(new CashlessCommand.Start());
        host.command(new CashlessCommand.Enable());

        for (int i = 0; i < 40; i++) {
            world.run(random.nextInt(4_000));
            happen(random.nextInt(17));
        }
        world.run(180_000);
        requireTrue();
        requireItSellsAgain();
    }

    private void happen(int what) {
        switch (what) {
            case 0, 1, 2, 3, 4 -> box.command(new ReaderTrick.TapCard(2_000));
            case 5 -> box.command(new ReaderTrick.RemoveCard());
            case 6 -> box.command(new ReaderTrick.DenyNext());
            case 7 -> box.command(new ReaderTrick.FlipNext());
            case 8 -> box.command(new ReaderTrick.NoiseNext());
            case 9 -> box.command(new ReaderTrick.LoseNext());
            case 10 -> box.command(new ReaderTrick.PowerBlip());
            case 11 -> box.command(new ReaderTrick.FailNextRefund());
            case 12 -> box.command(new ReaderTrick.ApproveNothingNext());
            case 13 -> box.command(new ReaderTrick.GoSilent(random.nextInt(15_000)));
            case 14 -> simulated.repeatNext();
            case 15 -> simulated.errNext();
            default -> crash();
        }
    }

    private void requireTrue() {
        CardLedger ledger = simulated.ledger();
        long told =
                all.stream()
                        .filter(CashlessEvent.VendApproved.class::isInstance)
                        .mapToLong(e -> ((CashlessEvent.VendApproved) e).amountMinor())
                        .sum();

        assertThat(all).doesNotContain(new CashlessEvent.FailureSettled(Settlement.REFUNDED));
        assertThat(told).isLessThanOrEqualTo(ledger.approvedMinor());
        assertThat(count(CashlessEvent.FailureSettled.class)).isEqualTo(fails);
        assertThat(count(CashlessEvent.VendConfirmed.class)).isLessThanOrEqualTo(confirms);
        assertThat(ledger.keptMinor() + ledger.refundedMinor() + ledger.openMinor())
                .isEqualTo(ledger.approvedMinor());
    }

    /** Cards are refused and wanted again, as between two sales; nothing may be stuck. */
    private void requireItSellsAgain() {
        host.command(new CashlessCommand.Disable());
        world.run(60_000);
        host.command(new CashlessCommand.Enable());
        world.run(60_000);
        long before = simulated.ledger().keptMinor();
        for (int tries = 0; tries < 30 && simulated.ledger().keptMinor() == before; tries++) {
            box.command(new ReaderTrick.TapCard(2_000));
            world.run(30_000);
        }
        assertThat(simulated.ledger().keptMinor()).isGreaterThan(before);
    }

    private void crash() {
        boolean mustSettle = approvedOpen;
        host.cut();
        generation++;
        settling = false;
        host = newHost();
        host.connect(box, 3 + random.nextInt(20));
        if (mustSettle) {
            settle();
        }
        host.command(new CashlessCommand.Start());
        host.command(new CashlessCommand.Enable());
    }

    private WireEnd<CashlessCommand, CashlessEvent> newHost() {
        int mine = generation;
        return new WireEnd<>(world, new QibixxCashless(), event -> heard(event, mine));
    }

    private void heard(CashlessEvent event, int from) {
        all.add(event);
        if (from != generation) {
            return;
        }
        switch (event) {
            case CashlessEvent.SessionBegan ignored -> {
                int session = ++sessions;
                later(() -> request(session), from);
            }
            case CashlessEvent.SessionEnded ignored -> {
                sessions++;
                settling = false;
            }
            case CashlessEvent.ReaderLost ignored -> sessions++;
            case CashlessEvent.VendApproved ignored -> {
                approvedOpen = true;
                later(this::settle, from);
            }
            default -> {}
        }
    }

    private void request(int session) {
        if (session == sessions && !approvedOpen) {
            host.command(new CashlessCommand.RequestVend(PRICE, 11));
        }
    }

    private void settle() {
        if (!approvedOpen) {
            return;
        }
        approvedOpen = false;
        settling = true;
        if (random.nextBoolean()) {
            confirms++;
            host.command(new CashlessCommand.ConfirmVend(11));
        } else {
            fails++;
            host.command(new CashlessCommand.FailVend());
        }
    }

    private void later(Runnable action, int from) {
        world.at(
                world.nowMillis() + random.nextInt(3_000),
                () -> {
                    if (from == generation && !settling) {
                        action.run();
                    }
                });
    }

    private long count(Class<? extends CashlessEvent> type) {
        return all.stream().filter(type::isInstance).count();
    }
}
