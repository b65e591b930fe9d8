package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many shoppers, faults and crashes by seed. The owner here is the simplest that keeps the rules:
 * it requests when a session begins and confirms or fails, once, what was approved. A seed that
 * fails is replayed by putting it into {@code seeds}.
 */
class RandomCardTest {

    private final World world = new World();
    private final List<CashlessEvent> all = new ArrayList<>();
    private SplittableRandom random = new SplittableRandom();
    private CashlessSettings settings = CashlessSettings.USUAL;
    private WireEnd<ReaderTrick, ReaderSnapshot> box = boxOf(yuanReader());
    private WireEnd<CashlessCommand, CashlessEvent> host = newHost();
    private int generation;
    private int fails;
    private int sessions;
    private boolean approvedOpen;
    private boolean failing;

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverClaimsARefundThatWasNotMadeAndAlwaysAddsUp(long seed) {
        random = new SplittableRandom(seed);
        SimulatedCashlessReader reader = randomReader();
        box = boxOf(reader);
        host = newHost();
        host.connect(box, 3 + random.nextInt(20));
        host.command(new CashlessCommand.Start());
        host.command(new CashlessCommand.Enable());

        for (int i = 0; i < 40; i++) {
            world.run(random.nextInt(4_000));
            happen(random.nextInt(14));
        }
        world.run(120_000);
        box.command(new ReaderTrick.PowerBlip());
        world.run(60_000);

        CardLedger ledger = reader.ledger();
        assertThat(ledger.keptMinor() + ledger.refundedMinor()).isEqualTo(ledger.approvedMinor());
        assertThat(count(Settlement.REFUNDED)).isLessThanOrEqualTo(refunds(ledger));
        assertThat(all.stream().filter(CashlessEvent.FailureSettled.class::isInstance).count())
                .isEqualTo(fails);
    }

    private static SimulatedCashlessReader yuanReader() {
        return new SimulatedCashlessReader(SimulatedCashlessReader.yuanConfig(), CardLedger.EMPTY);
    }

    /** Any level, form, address and option; also a reader that cannot refund. */
    private SimulatedCashlessReader randomReader() {
        int level = 1 + random.nextInt(3);
        int abilities = random.nextInt(16);
        var config = new ReaderMessage.ReaderConfig(level, 0x1156, 1, 2, 5, abilities);
        CashlessAddress address =
                random.nextBoolean() ? CashlessAddress.FIRST : CashlessAddress.SECOND;
        settings = new CashlessSettings(address, random.nextBoolean());
        long offered = level < 3 ? 0 : random.nextInt(64);
        return new SimulatedCashlessReader(
                new ReaderModel(config, address, offered, level), CardLedger.EMPTY);
    }

    private WireEnd<ReaderTrick, ReaderSnapshot> boxOf(SimulatedCashlessReader behind) {
        return new WireEnd<>(world, new SimulatedWaferBox(behind, 100), snapshot -> {});
    }

    private void happen(int what) {
        switch (what) {
            case 0, 1, 2, 3, 4 -> box.command(new ReaderTrick.TapCard(2_000));
            case 5 -> box.command(new ReaderTrick.RemoveCard());
            case 6 -> box.command(new ReaderTrick.DenyNext());
            case 7 -> box.command(new ReaderTrick.FlipNext());
            case 8 -> box.command(new ReaderTrick.NoiseNext());
            case 9 -> box.command(new ReaderTrick.SlowRefund(random.nextInt(8_000)));
            case 10 -> box.command(new ReaderTrick.PowerBlip());
            case 11 -> box.command(new ReaderTrick.FailNextRefund());
            case 12 -> box.command(new ReaderTrick.ApproveNothingNext());
            default -> crash();
        }
    }

    private void crash() {
        boolean mustSettle = approvedOpen;
        host.cut();
        generation++;
        host = newHost();
        host.connect(box, 3 + random.nextInt(20));
        if (mustSettle) {
            settle(random.nextBoolean());
        }
        host.command(new CashlessCommand.Start());
        host.command(new CashlessCommand.Enable());
    }

    private WireEnd<CashlessCommand, CashlessEvent> newHost() {
        int mine = generation;
        return new WireEnd<>(world, new WaferCashless(settings), event -> heard(event, mine));
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
            case CashlessEvent.SessionEnded ignored -> sessions++;
            case CashlessEvent.ReaderLost ignored -> sessions++;
            case CashlessEvent.VendApproved ignored -> {
                approvedOpen = true;
                later(() -> settle(random.nextBoolean()), from);
            }
            case CashlessEvent.FailureSettled ignored -> failing = false;
            default -> {}
        }
    }

    private void request(int session) {
        if (session == sessions && !approvedOpen) {
            host.command(new CashlessCommand.RequestVend(350, 11));
        }
    }

    private void settle(boolean delivered) {
        if (!approvedOpen) {
            return;
        }
        approvedOpen = false;
        if (delivered) {
            host.command(new CashlessCommand.ConfirmVend(11, random.nextBoolean()));
        } else {
            fails++;
            failing = true;
            host.command(new CashlessCommand.FailVend(random.nextBoolean()));
        }
    }

    private void later(Runnable action, int from) {
        world.at(
                world.nowMillis() + random.nextInt(3_000),
                () -> {
                    if (from == generation && !failing) {
                        action.run();
                    }
                });
    }

    private long count(Settlement settlement) {
        return all.stream().filter(new CashlessEvent.FailureSettled(settlement)::equals).count();
    }

    private static long refunds(CardLedger ledger) {
        return ledger.vends().stream()
                .filter(vend -> vend.outcome() == CardVend.Outcome.REFUNDED)
                .count();
    }
}
