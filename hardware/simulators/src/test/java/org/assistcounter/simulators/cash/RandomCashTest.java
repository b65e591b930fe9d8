package org.assistcounter.simulators.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.assistcounter.devices.cash.ChangerCommand;
import org.assistcounter.devices.cash.ChangerCommandCodec;
import org.assistcounter.devices.cash.ChangerMessage;
import org.assistcounter.devices.cash.ChangerMessageDecoder;
import org.assistcounter.devices.cash.ValidatorCommand;
import org.assistcounter.devices.cash.ValidatorCommandCodec;
import org.assistcounter.devices.cash.ValidatorMessage;
import org.assistcounter.devices.cash.ValidatorMessageDecoder;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.MdbBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coins, bills and faults by seed, against the simplest VMC: it polls, acknowledges what it
 * understands and counts what it is told. A seed that fails is replayed by putting it into {@code
 * seeds}.
 */
class RandomCashTest {

    private static final int POLLS = 600;
    private static final int LAST_POLLS = 100;

    private final SimulatedCoinChanger changer =
            new SimulatedCoinChanger(SimulatedCoinChanger.yuanSetup(), List.of(20, 20));
    private final SimulatedBillValidator validator =
            new SimulatedBillValidator(SimulatedBillValidator.yuanSetup(40));
    private SplittableRandom random = new SplittableRandom();
    private long now;
    private int blips;
    private int coinCredit;
    private int billCredit;
    private int orderedOut;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsEveryCoinAndBillOnceAndLosesNone(long seed) {
        random = new SplittableRandom(seed);
        int atFirst = changer.inTubes();
        for (int i = 0; i < POLLS + LAST_POLLS; i++) {
            if (i < POLLS && random.nextInt(3) == 0) {
                happenToCoins(random.nextInt(14));
                happenToBills(random.nextInt(12));
            }
            now += 100;
            pollChanger();
            pollValidator();
        }

        CoinLedger coins = changer.ledger();
        BillLedger bills = validator.ledger();
        assertThat(changer.inTubes()).isEqualTo(atFirst + coins.tubed() - coins.out());
        assertThat(coins.out()).isLessThanOrEqualTo(orderedOut);
        assertThat(bills.inserted())
                .isEqualTo(bills.stacked() + bills.givenBack() + bills.stolen() + validator.held());
        assertThat(coinCredit).isLessThanOrEqualTo(coins.taken());
        assertThat(billCredit).isLessThanOrEqualTo(bills.stacked());
        if (blips == 0) {
            assertThat(coinCredit).isEqualTo(coins.taken());
            assertThat(billCredit).isEqualTo(bills.stacked());
        }
    }

    private void happenToCoins(int what) {
        switch (what) {
            case 0, 1, 2, 3 -> trick(new ChangerTrick.Insert(random.nextInt(2)));
            case 4 -> trick(new ChangerTrick.InsertSlug());
            case 5 -> trick(new ChangerTrick.PullOut(random.nextInt(2)));
            case 6 -> trick(new ChangerTrick.PressEscrow());
            case 7 -> dispense(random.nextInt(2), 1 + random.nextInt(4));
            case 8 -> trick(new ChangerTrick.JamNextCoin());
            case 9 -> trick(new ChangerTrick.SpoilNext());
            case 10 -> trick(new ChangerTrick.GoSilent(random.nextInt(2_000)));
            case 11 -> trick(new ChangerTrick.Unplug());
            case 12 -> trick(new ChangerTrick.Plug());
            default -> {
                if (random.nextInt(100) == 0) {
                    blips++;
                    trick(new ChangerTrick.PowerBlip());
                }
            }
        }
    }

    private void happenToBills(int what) {
        switch (what) {
            case 0, 1, 2, 3 -> trick(new ValidatorTrick.Insert(random.nextInt(4)));
            case 4 -> trick(new ValidatorTrick.InsertPaper());
            case 5 -> trick(new ValidatorTrick.PullFromEscrow());
            case 6 -> trick(new ValidatorTrick.PullFromStacker());
            case 7 -> trick(new ValidatorTrick.Jam());
            case 8 -> trick(new ValidatorTrick.ClearJam());
            case 9 -> trick(new ValidatorTrick.SpoilNext());
            case 10 -> trick(new ValidatorTrick.GoSilent(random.nextInt(2_000)));
            default -> {
                if (random.nextInt(100) == 0) {
                    blips++;
                    trick(new ValidatorTrick.PowerBlip());
                }
            }
        }
    }

    private void trick(ChangerTrick trick) {
        changer.trick(trick, now);
    }

    private void trick(ValidatorTrick trick) {
        validator.trick(trick, now);
    }

    /** Ordered once, whatever the answer: a repetition might pay twice. */
    private void dispense(int type, int count) {
        orderedOut += count * (type + 1);
        ask(new ChangerCommand.Dispense(type, count));
    }

    private byte[] ask(ChangerCommand command) {
        return changer.heard(MdbBlock.withChecksum(ChangerCommandCodec.encode(command)), now);
    }

    private byte[] ask(ValidatorCommand command) {
        return validator.heard(MdbBlock.withChecksum(ValidatorCommandCodec.encode(command)), now);
    }

    private void pollChanger() {
        byte[] block = ask(new ChangerCommand.Poll());
        var messages =
                MdbBlock.withoutChecksum(block)
                        .then(d -> ChangerMessageDecoder.decode(d, new ChangerCommand.Poll()));
        for (ChangerMessage message : understood(messages, b -> changer.heard(b, now))) {
            switch (message) {
                case ChangerMessage.CoinDeposited(int type, var routing, int ignored) ->
                        coinCredit += routing == ChangerMessage.Routing.REJECTED ? 0 : type + 1;
                default -> {}
            }
        }
        ask(new ChangerCommand.CoinType(0xFFFF, 0xFFFF));
    }

    private void pollValidator() {
        byte[] block = ask(new ValidatorCommand.Poll());
        var messages =
                MdbBlock.withoutChecksum(block)
                        .then(d -> ValidatorMessageDecoder.decode(d, new ValidatorCommand.Poll()));
        for (ValidatorMessage message : understood(messages, b -> validator.heard(b, now))) {
            switch (message) {
                case ValidatorMessage.BillMoved(int type, var routing)
                        when routing == ValidatorMessage.Routing.STACKED ->
                        billCredit += List.of(1, 5, 10, 20).get(type);
                case ValidatorMessage.BillMoved(int ignored, var routing)
                        when routing == ValidatorMessage.Routing.ESCROW ->
                        ask(new ValidatorCommand.Escrow(random.nextBoolean()));
                default -> {}
            }
        }
        ask(new ValidatorCommand.BillType(0xF, 0xE));
    }

    /** Nothing is acknowledged that was not understood. */
    private static <T> List<T> understood(Decoded<List<T>> decoded, Consumer<byte[]> device) {
        return switch (decoded) {
            case Decoded.Understood<List<T>>(var messages) -> {
                device.accept(new byte[] {MdbBlock.ACK});
                yield messages;
            }
            case Decoded.Refused<List<T>> ignored -> List.of();
        };
    }
}
