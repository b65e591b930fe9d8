package org.assistcounter.devices.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Malformed;
import org.assistcounter.devices.mdb.MdbBlock;
import org.junit.jupiter.api.Test;

/** Blocks of real validators, the specification's events, and every malformed shape. */
class ValidatorTest {

    private static final ValidatorCommand POLL = new ValidatorCommand.Poll();
    private static final ValidatorCommand SETUP = new ValidatorCommand.Setup();

    @Test
    void enablesBillsWithEscrow() {
        assertBothWays("34 01 2F FF FF 62", new ValidatorCommand.BillType(0x012F, 0xFFFF));
    }

    @Test
    void writesAndReadsEveryCommand() {
        assertBothWays("30 30", new ValidatorCommand.Reset());
        assertBothWays("31 31", new ValidatorCommand.Setup());
        assertBothWays("32 00 06 38", new ValidatorCommand.Security(6));
        assertBothWays("33 33", new ValidatorCommand.Poll());
        assertBothWays("35 00 35", new ValidatorCommand.Escrow(false));
        assertBothWays("35 01 36", new ValidatorCommand.Escrow(true));
        assertBothWays("36 36", new ValidatorCommand.Stacker());
        assertBothWays("37 00 37", new ValidatorCommand.RequestId(false));
        assertBothWays("37 02 39", new ValidatorCommand.RequestId(true));
        assertBothWays("37 01 00 00 00 02 3A", new ValidatorCommand.EnableOptions(2));
        assertBothWays("37 03 3A", new ValidatorCommand.NotUsed(3, ""));
        assertBothWays("37 FD 30 00 64", new ValidatorCommand.NotUsed(0xFD, "3000"));
    }

    @Test
    void tellsThatItWasResetAndIsDisabled() {
        assertThat(answer("06 09", POLL))
                .isEqualTo(
                        understood(
                                new ValidatorMessage.Status(BillStatus.WAS_RESET),
                                new ValidatorMessage.Status(BillStatus.DISABLED)));
    }

    @Test
    void tellsEveryWayOfABill() {
        assertThat(answer("91 81 A2 43", POLL))
                .isEqualTo(
                        understood(
                                new ValidatorMessage.BillMoved(1, ValidatorMessage.Routing.ESCROW),
                                new ValidatorMessage.BillMoved(1, ValidatorMessage.Routing.STACKED),
                                new ValidatorMessage.BillMoved(
                                        2, ValidatorMessage.Routing.RETURNED),
                                new ValidatorMessage.AttemptsWhileDisabled(3)));
    }

    @Test
    void namesWhatItDoesNotUse() {
        assertThat(answer("2A", POLL)).isEqualTo(understood(new ValidatorMessage.NotUsed(42, "")));
        assertThat(answer("1B 00 30 01 02 00", POLL))
                .isEqualTo(understood(new ValidatorMessage.NotUsed(0x1B, "0030010200")));
    }

    @Test
    void readsASetUp() {
        var counting = new ValidatorMessage.Counting(1, 0x1156, 100, 2, 400);

        assertThat(answer("01 11 56 00 64 02 01 90 FF FF FF 01 05 0A", SETUP))
                .isEqualTo(
                        understood(
                                new ValidatorMessage.SetupData(
                                        counting, 0xFFFF, true, List.of(1, 5, 10))));
    }

    @Test
    void readsTheStacker() {
        ValidatorCommand stacker = new ValidatorCommand.Stacker();

        assertThat(answer("81 90", stacker))
                .isEqualTo(understood(new ValidatorMessage.Stacked(true, 400)));
        assertThat(answer("01 90", stacker))
                .isEqualTo(understood(new ValidatorMessage.Stacked(false, 400)));
        assertThat(answer("01", stacker)).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void readsAnIdentificationOnlyAsItWasAskedFor() {
        String id = "41" + " 20".repeat(28);

        assertThat(answer(id, new ValidatorCommand.RequestId(false)))
                .isInstanceOf(Decoded.Understood.class);
        assertThat(answer(id, new ValidatorCommand.RequestId(true)))
                .isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(answer(id + " 00 00 00 02", new ValidatorCommand.RequestId(false)))
                .isEqualTo(refused(Malformed.LEFT_OVER));
    }

    @Test
    void refusesACommandThatIsTooShort() {
        assertThat(command("34 01 2F FF")).isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(command("35")).isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(command("37")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesACommandThatIsTooLong() {
        assertThat(command("33 00")).isEqualTo(refused(Malformed.LEFT_OVER));
    }

    @Test
    void refusesASubcommandThatIsNone() {
        assertThat(command("37 0B")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(ValidatorCommandCodec.decode(new byte[0])).isEqualTo(refused(Malformed.EMPTY));
        assertThat(ValidatorMessageDecoder.decode(new byte[0], POLL))
                .isEqualTo(refused(Malformed.EMPTY));
    }

    @Test
    void refusesAStatusThatIsNone() {
        assertThat(answer("0D", POLL)).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(answer("20", POLL)).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(answer("60", POLL)).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesABlockThatIsLongerThanMdbAllows() {
        assertThat(command("37 FF" + " 00".repeat(34))).isEqualTo(refused(Malformed.TOO_LONG));
        assertThat(answer("00" + " 00".repeat(35), POLL)).isEqualTo(refused(Malformed.TOO_LONG));
    }

    @Test
    void refusesAPollOfMoreThanSixteenBytes() {
        assertThat(answer("06" + " 09".repeat(16), POLL)).isEqualTo(refused(Malformed.TOO_LONG));
    }

    @Test
    void refusesASetUpThatIsTooShortTooLongOrImpossible() {
        String head = "01 11 56 00 64 02 01 90 FF FF";

        assertThat(answer(head, SETUP)).isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(answer(head + " FF" + " 00".repeat(17), SETUP))
                .isEqualTo(refused(Malformed.LEFT_OVER));
        assertThat(answer(head + " 01", SETUP)).isEqualTo(refused(Malformed.BAD_VALUE));
        assertThat(answer("03 11 56 00 64 02 01 90 FF FF FF", SETUP))
                .isEqualTo(refused(Malformed.BAD_VALUE));
        assertThat(answer("01 11 56 00 00 02 01 90 FF FF FF", SETUP))
                .isEqualTo(refused(Malformed.BAD_VALUE));
    }

    @Test
    void refusesDataWhereOnlyAnAckMayCome() {
        assertThat(answer("06", new ValidatorCommand.Escrow(true)))
                .isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    private static void assertBothWays(String hex, ValidatorCommand command) {
        assertThat(MdbBlock.withChecksum(ValidatorCommandCodec.encode(command)))
                .isEqualTo(hex(hex));
        assertThat(MdbBlock.withoutChecksum(hex(hex)).then(ValidatorCommandCodec::decode))
                .isEqualTo(new Decoded.Understood<>(command));
    }

    private static Decoded<?> command(String hex) {
        return ValidatorCommandCodec.decode(hex(hex));
    }

    private static Decoded<?> answer(String hex, ValidatorCommand asked) {
        return ValidatorMessageDecoder.decode(hex(hex), asked);
    }

    private static Decoded<?> understood(ValidatorMessage... messages) {
        return new Decoded.Understood<>(List.of(messages));
    }

    private static Decoded<?> refused(Malformed reason) {
        return new Decoded.Refused<>(reason);
    }

    private static byte[] hex(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
