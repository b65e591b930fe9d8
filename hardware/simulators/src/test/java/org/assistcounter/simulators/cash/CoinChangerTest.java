package org.assistcounter.simulators.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.assistcounter.devices.cash.ChangerCommand;
import org.assistcounter.devices.cash.ChangerCommandCodec;
import org.assistcounter.devices.cash.ChangerMessage;
import org.assistcounter.devices.cash.ChangerMessageDecoder;
import org.assistcounter.devices.cash.CoinStatus;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.MdbBlock;
import org.junit.jupiter.api.Test;

/** The simulated changer byte by byte, and what our codec understands of it. */
class CoinChangerTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final SimulatedCoinChanger changer =
            new SimulatedCoinChanger(SimulatedCoinChanger.yuanSetup(), List.of(10, 20));
    private long now;

    @Test
    void tellsItsSetUpAsARealOneDoes() {
        assertThat(say("09 09")).isEqualTo("03 11 56 05 01 00 03 01 02" + " 00".repeat(14) + " 76");
        assertThat(read(new ChangerCommand.Setup()))
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangerMessage.SetupData.class,
                        setup -> assertThat(setup.country()).isEqualTo(0x1156));
    }

    @Test
    void tellsItsResetUntilItIsAcknowledged() {
        assertThat(say("0B 0B")).isEqualTo("0B 0B");
        assertThat(say("0B 0B")).isEqualTo("0B 0B");
        assertThat(say("00")).isEmpty();
        assertThat(say("0B 0B")).isEqualTo("00");
    }

    @Test
    void doesNotKnowItsTubesRightAfterAReset() {
        say("08 08");
        assertThat(say("0A 0A")).startsWith("00 00 00 00 00");
        now += 500;
        assertThat(say("0A 0A")).startsWith("00 00 0A 14 00");
    }

    @Test
    void creditsACoinOnceAlthoughItsBlockWasSpoilt() {
        enable();
        changer.trick(new ChangerTrick.Insert(1), now);
        changer.trick(new ChangerTrick.SpoilNext(), now);

        assertThat(say("0B 0B")).isEqualTo("51 15 76");
        assertThat(say("AA")).isEqualTo("51 15 66");
        say("00");
        assertThat(say("0B 0B")).isEqualTo("00");
        assertThat(changer.ledger()).isEqualTo(new CoinLedger(2, 2, 0, 0));
    }

    @Test
    void letsCoinsFallThroughThatAreNotTaken() {
        poll();
        changer.trick(new ChangerTrick.Insert(0), now);

        assertThat(poll())
                .containsExactly(
                        new ChangerMessage.CoinDeposited(0, ChangerMessage.Routing.REJECTED, 10));
        assertThat(changer.ledger().taken()).isZero();
    }

    @Test
    void putsCoinsIntoTheCashBoxWhenTheirTubeIsFull() {
        enable();
        for (int i = 0; i < 41; i++) {
            changer.trick(new ChangerTrick.Insert(0), now);
        }

        assertThat(say("0B 0B")).startsWith("50 0B 50 0C");
        for (int i = 0; i < 6; i++) {
            say("0B 0B");
            say("00");
        }
        assertThat(changer.ledger()).isEqualTo(new CoinLedger(41, 40, 0, 0));
        assertThat(say("0A 0A")).startsWith("00 01 32 14");
    }

    @Test
    void tellsWhatTheShopperTries() {
        enable();
        changer.trick(new ChangerTrick.InsertSlug(), now);
        changer.trick(new ChangerTrick.PullOut(1), now);
        changer.trick(new ChangerTrick.PressEscrow(), now);
        changer.trick(new ChangerTrick.DispenseByHand(0, 3), now);

        assertThat(poll())
                .containsExactly(
                        new ChangerMessage.Slugs(1),
                        new ChangerMessage.CoinDeposited(1, ChangerMessage.Routing.TUBE, 21),
                        new ChangerMessage.Status(CoinStatus.CREDITED_COIN_REMOVED),
                        new ChangerMessage.Status(CoinStatus.ESCROW_REQUESTED),
                        new ChangerMessage.CoinDispensed(0, 3, 7));
    }

    @Test
    void takesNothingWhileItsAcceptorIsUnpluggedAndStillPays() {
        enable();
        changer.trick(new ChangerTrick.Unplug(), now);
        changer.trick(new ChangerTrick.Insert(1), now);
        assertThat(poll())
                .containsExactly(new ChangerMessage.Status(CoinStatus.ACCEPTOR_UNPLUGGED));
        assertThat(read(new ChangerCommand.DiagnosticStatus()))
                .containsExactly(new ChangerMessage.Diagnosis(List.of(0x1000)));

        say("0D 21 2E");
        now += 1_000;
        assertThat(changer.ledger()).isEqualTo(new CoinLedger(0, 0, 0, 2));
        assertThat(say("0B 0B")).isEqualTo("00");
        assertThat(changer.ledger().out()).isEqualTo(4);
    }

    @Test
    void isBusyWhilePayingAndTakesNoOtherPayout() {
        enable();
        assertThat(say("0D 21 2E")).isEqualTo("00");
        assertThat(say("0B 0B")).isEqualTo("02 02");
        assertThat(say("0D 21 2E")).isEmpty();
        now += 600;
        assertThat(say("0B 0B")).isEqualTo("00");
        assertThat(changer.ledger().out()).isEqualTo(4);

        assertThat(say("0D 21 2E")).isEqualTo("00");
        now += 600;
        say("0B 0B");
        assertThat(changer.ledger().out()).as("a repeated command pays again").isEqualTo(8);
    }

    @Test
    void paysNoMoreThanItsTubesHold() {
        enable();
        assertThat(say("0D F0 FD")).isEqualTo("00");
        now += 60_000;

        say("0B 0B");
        assertThat(changer.ledger().out()).isEqualTo(10);
        assertThat(changer.inTubes()).isEqualTo(40);
    }

    @Test
    void stopsAtAJammedTubeAndTellsWhatItPaid() {
        enable();
        say("0F 02 05 16");
        changer.trick(new ChangerTrick.JamTube(0), now);
        now += 2_000;

        assertThat(poll()).containsExactly(new ChangerMessage.Status(CoinStatus.TUBE_JAMMED));
        assertThat(say("0F 03 12")).isEqualTo("00 02" + " 00".repeat(14) + " 02");
        assertThat(say("0F 04 13")).isEqualTo("04 04");
        assertThat(say("0F 04 13")).isEqualTo("00");
        assertThat(changer.ledger().out()).isEqualTo(4);
    }

    @Test
    void takesACoinThatJamsForNothing() {
        enable();
        changer.trick(new ChangerTrick.JamNextCoin(), now);
        changer.trick(new ChangerTrick.Insert(1), now);

        assertThat(poll()).containsExactly(new ChangerMessage.Status(CoinStatus.COIN_JAMMED));
        assertThat(changer.ledger().taken()).isZero();
    }

    @Test
    void hearsNothingWhileSilentAndNothingSpoilt() {
        changer.trick(new ChangerTrick.GoSilent(1_000), now);
        assertThat(say("0B 0B")).isEmpty();
        now += 1_000;
        assertThat(say("0B 0C")).isEmpty();
        assertThat(say("33 33")).isEmpty();
        assertThat(say("0B 0B")).isEqualTo("0B 0B");
    }

    @Test
    void saysWhoItIs() {
        assertThat(read(new ChangerCommand.RequestId()))
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangerMessage.PeripheralId.class,
                        id -> assertThat(id.id().model()).isEqualTo("SIMCHANGER  "));
    }

    private void enable() {
        poll();
        now += 500;
        assertThat(say("0C FF FF FF FF 08")).isEqualTo("00");
    }

    private String say(String hex) {
        return HEX.formatHex(changer.heard(HEX.parseHex(hex), now));
    }

    private List<ChangerMessage> poll() {
        return read(new ChangerCommand.Poll());
    }

    private List<ChangerMessage> read(ChangerCommand command) {
        byte[] block = MdbBlock.withChecksum(ChangerCommandCodec.encode(command));
        Decoded<List<ChangerMessage>> messages =
                MdbBlock.withoutChecksum(changer.heard(block, now))
                        .then(data -> ChangerMessageDecoder.decode(data, command));
        changer.heard(new byte[] {MdbBlock.ACK}, now);
        return switch (messages) {
            case Decoded.Understood<List<ChangerMessage>>(var understood) -> understood;
            case Decoded.Refused<List<ChangerMessage>>(var reason) ->
                    throw new AssertionError(reason.words());
        };
    }
}
