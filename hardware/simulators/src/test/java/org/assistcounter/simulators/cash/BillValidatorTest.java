package org.assistcounter.simulators.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.assistcounter.devices.cash.BillStatus;
import org.assistcounter.devices.cash.ValidatorCommand;
import org.assistcounter.devices.cash.ValidatorCommandCodec;
import org.assistcounter.devices.cash.ValidatorMessage;
import org.assistcounter.devices.cash.ValidatorMessage.BillMoved;
import org.assistcounter.devices.cash.ValidatorMessage.Routing;
import org.assistcounter.devices.cash.ValidatorMessageDecoder;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.MdbBlock;
import org.junit.jupiter.api.Test;

/** The simulated validator byte by byte, and what our codec understands of it. */
class BillValidatorTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final SimulatedBillValidator validator =
            new SimulatedBillValidator(SimulatedBillValidator.yuanSetup(3));
    private long now;

    @Test
    void tellsItsSetUp() {
        assertThat(say("31 31"))
                .startsWith("01 11 56 00 64 02 00 03 FF FF FF 01 05 0A 14 00")
                .hasSize(28 * 3 - 1);
        assertThat(read(new ValidatorCommand.Setup()))
                .singleElement()
                .isInstanceOfSatisfying(
                        ValidatorMessage.SetupData.class,
                        setup -> assertThat(setup.hasEscrow()).isTrue());
    }

    @Test
    void tellsThatItWasResetAndIsDisabledUntilAcknowledged() {
        assertThat(say("33 33")).isEqualTo("06 09 0F");
        assertThat(say("33 33")).isEqualTo("06 09 0F");
        say("00");
        assertThat(say("33 33")).isEqualTo("00");
    }

    @Test
    void countsABillOnlyWhenItIsStacked() {
        enable();
        insert(2);
        assertThat(poll()).containsExactly(new BillMoved(2, Routing.ESCROW));
        assertThat(validator.ledger().stacked()).isZero();

        assertThat(say("35 01 36")).isEqualTo("00");
        assertThat(say("33 33")).isEqualTo("03 03");
        now += 400;
        assertThat(poll()).containsExactly(new BillMoved(2, Routing.STACKED));
        assertThat(validator.ledger().stacked()).isEqualTo(10);
        assertThat(say("36 36")).isEqualTo("00 01 01");
    }

    @Test
    void givesABillBackFromEscrow() {
        enable();
        insert(1);
        poll();
        say("35 00 35");
        now += 400;

        assertThat(poll()).containsExactly(new BillMoved(1, Routing.RETURNED));
        assertThat(validator.ledger()).isEqualTo(new BillLedger(5, 0, 5, 0));
    }

    @Test
    void stacksAtOnceWhatIsNotToWaitInEscrow() {
        poll();
        say("34 00 0F 00 00 43");
        insert(0);
        now += 400;

        assertThat(poll()).containsExactly(new BillMoved(0, Routing.STACKED));
    }

    @Test
    void saysAStackedBillAgainWhenItsBlockWasSpoiltAndCountsItOnce() {
        poll();
        say("34 00 0F 00 00 43");
        insert(3);
        now += 400;
        validator.trick(new ValidatorTrick.SpoilNext(), now);

        assertThat(say("33 33")).isEqualTo("83 93");
        assertThat(say("33 33")).isEqualTo("83 83");
        say("00");
        assertThat(say("33 33")).isEqualTo("00");
    }

    @Test
    void refusesBillsWhileDisabled() {
        poll();
        insert(0);

        assertThat(poll()).containsExactly(new ValidatorMessage.AttemptsWhileDisabled(1));
        assertThat(validator.ledger().givenBack()).isEqualTo(1);
    }

    @Test
    void tellsABillThatWasPulledOutOfEscrow() {
        enable();
        insert(3);
        poll();
        validator.trick(new ValidatorTrick.PullFromEscrow(), now);

        assertThat(poll()).containsExactly(new ValidatorMessage.Status(BillStatus.BILL_REMOVED));
        say("35 01 36");
        assertThat(poll())
                .containsExactly(new ValidatorMessage.Status(BillStatus.INVALID_ESCROW_REQUEST));
        assertThat(validator.ledger()).isEqualTo(new BillLedger(20, 0, 0, 20));
    }

    @Test
    void tellsABillThatWasPulledOutOfTheStacker() {
        enable();
        insert(3);
        poll();
        say("35 01 36");
        now += 400;
        poll();
        validator.trick(new ValidatorTrick.PullFromStacker(), now);

        assertThat(poll())
                .containsExactly(new ValidatorMessage.Status(BillStatus.CREDITED_BILL_REMOVED));
    }

    @Test
    void keepsAJammedBillUntilTheJamIsCleared() {
        enable();
        insert(2);
        poll();
        say("35 01 36");
        validator.trick(new ValidatorTrick.Jam(), now);
        now += 10_000;
        assertThat(poll()).containsExactly(new ValidatorMessage.Status(BillStatus.JAMMED));
        assertThat(validator.held()).isEqualTo(10);

        validator.trick(new ValidatorTrick.ClearJam(), now);
        assertThat(poll()).containsExactly(new BillMoved(2, Routing.RETURNED));
        assertThat(validator.ledger()).isEqualTo(new BillLedger(10, 0, 10, 0));
    }

    @Test
    void refusesBillsWhenTheStackerIsFullOrTheCashBoxIsOut() {
        poll();
        say("34 00 0F 00 00 43");
        for (int i = 0; i < 3; i++) {
            insert(0);
            now += 400;
            poll();
        }
        assertThat(say("36 36")).isEqualTo("80 03 83");
        insert(0);
        assertThat(poll()).containsExactly(new ValidatorMessage.Status(BillStatus.BILL_REJECTED));

        validator.trick(new ValidatorTrick.TakeCashBox(), now);
        insert(0);
        assertThat(poll())
                .containsExactly(
                        new ValidatorMessage.Status(BillStatus.CASH_BOX_OUT),
                        new ValidatorMessage.Status(BillStatus.BILL_REJECTED));
        validator.trick(new ValidatorTrick.PutCashBox(), now);
        insert(0);
        now += 400;
        assertThat(poll()).containsExactly(new BillMoved(0, Routing.STACKED));
    }

    @Test
    void givesTheBillInEscrowBackWhenItsPowerBlips() {
        enable();
        insert(3);
        validator.trick(new ValidatorTrick.PowerBlip(), now);

        assertThat(say("33 33")).isEqualTo("06 09 0F");
        assertThat(validator.ledger()).isEqualTo(new BillLedger(20, 0, 20, 0));
    }

    @Test
    void hearsNothingWhileSilentAndNothingSpoilt() {
        validator.trick(new ValidatorTrick.GoSilent(1_000), now);
        assertThat(say("33 33")).isEmpty();
        now += 1_000;
        assertThat(say("33 34")).isEmpty();
        assertThat(say("0B 0B")).isEmpty();
        assertThat(say("33 33")).isEqualTo("06 09 0F");
    }

    @Test
    void rejectsPaperAndSaysWhoItIs() {
        poll();
        validator.trick(new ValidatorTrick.InsertPaper(), now);

        assertThat(poll()).containsExactly(new ValidatorMessage.Status(BillStatus.BILL_REJECTED));
        assertThat(read(new ValidatorCommand.RequestId(false)))
                .singleElement()
                .isInstanceOfSatisfying(
                        ValidatorMessage.PeripheralId.class,
                        id -> assertThat(id.id().model()).isEqualTo("SIMVALIDATOR"));
    }

    private void enable() {
        poll();
        assertThat(say("34 00 0F FF FF 41")).isEqualTo("00");
    }

    private void insert(int type) {
        validator.trick(new ValidatorTrick.Insert(type), now);
    }

    private String say(String hex) {
        return HEX.formatHex(validator.heard(HEX.parseHex(hex), now));
    }

    private List<ValidatorMessage> poll() {
        return read(new ValidatorCommand.Poll());
    }

    private List<ValidatorMessage> read(ValidatorCommand command) {
        byte[] block = MdbBlock.withChecksum(ValidatorCommandCodec.encode(command));
        Decoded<List<ValidatorMessage>> messages =
                MdbBlock.withoutChecksum(validator.heard(block, now))
                        .then(data -> ValidatorMessageDecoder.decode(data, command));
        validator.heard(new byte[] {MdbBlock.ACK}, now);
        return switch (messages) {
            case Decoded.Understood<List<ValidatorMessage>>(var understood) -> understood;
            case Decoded.Refused<List<ValidatorMessage>>(var reason) ->
                    throw new AssertionError(reason.words());
        };
    }
}
