package org.assistcounter.devices.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Malformed;
import org.assistcounter.devices.mdb.MdbBlock;
import org.junit.jupiter.api.Test;

/** Blocks of real changers, the specification's events, and every malformed shape. */
class ChangerTest {

    private static final ChangerCommand POLL = new ChangerCommand.Poll();

    @Test
    void enablesCoins() {
        assertBothWays("0C 00 1F FF FF 29", new ChangerCommand.CoinType(0x001F, 0xFFFF));
    }

    @Test
    void writesAndReadsEveryCommand() {
        assertBothWays("08 08", new ChangerCommand.Reset());
        assertBothWays("09 09", new ChangerCommand.Setup());
        assertBothWays("0A 0A", new ChangerCommand.TubeStatus());
        assertBothWays("0B 0B", new ChangerCommand.Poll());
        assertBothWays("0D 32 3F", new ChangerCommand.Dispense(2, 3));
        assertBothWays("0F 00 0F", new ChangerCommand.RequestId());
        assertBothWays("0F 01 00 00 00 03 13", new ChangerCommand.EnableOptions(3));
        assertBothWays("0F 02 0F 20", new ChangerCommand.Payout(15));
        assertBothWays("0F 03 12", new ChangerCommand.PayoutStatus());
        assertBothWays("0F 04 13", new ChangerCommand.PayoutValuePoll());
        assertBothWays("0F 05 14", new ChangerCommand.DiagnosticStatus());
        assertBothWays("0F 06 15", new ChangerCommand.ManualFillReport());
        assertBothWays("0F 07 16", new ChangerCommand.ManualPayoutReport());
        assertBothWays("0F FD 08 00 14", new ChangerCommand.NotUsed(0xFD, "0800"));
    }

    @Test
    void readsTheSetUpOfAChangerInYuan() {
        List<Integer> credits =
                Stream.concat(Stream.of(1, 2), Collections.nCopies(14, 0).stream()).toList();
        byte[] block = hex("03 11 56 05 01 00 03 01 02" + " 00".repeat(14) + " 76");

        assertThat(
                        MdbBlock.withoutChecksum(block)
                                .then(data ->
                                        ChangerMessageDecoder.decode(
                                                data, new ChangerCommand.Setup())))
                .isEqualTo(understood(new ChangerMessage.SetupData(3, 0x1156, 5, 1, 3, credits)));
    }

    @Test
    void readsASetUpThatSendsOnlyTheCoinsItHas() {
        byte[] block = hex("02 00 01 05 02 00 07 01 02 05 14 FF 2C");

        assertThat(
                        MdbBlock.withoutChecksum(block)
                                .then(data ->
                                        ChangerMessageDecoder.decode(
                                                data, new ChangerCommand.Setup())))
                .isEqualTo(
                        understood(
                                new ChangerMessage.SetupData(
                                        2, 0x0001, 5, 2, 7, List.of(1, 2, 5, 20, 255))));
    }

    @Test
    void tellsThatItWasReset() {
        assertThat(answer("0B", POLL))
                .isEqualTo(understood(new ChangerMessage.Status(CoinStatus.WAS_RESET)));
    }

    @Test
    void tellsWhereACoinWent() {
        assertThat(answer("41 09", POLL))
                .isEqualTo(
                        understood(
                                new ChangerMessage.CoinDeposited(
                                        1, ChangerMessage.Routing.CASH_BOX, 9)));
        assertThat(answer("52 0A 73 00", POLL))
                .isEqualTo(
                        understood(
                                new ChangerMessage.CoinDeposited(
                                        2, ChangerMessage.Routing.TUBE, 10),
                                new ChangerMessage.CoinDeposited(
                                        3, ChangerMessage.Routing.REJECTED, 0)));
    }

    @Test
    void tellsEverythingElseOfAPollInOrder() {
        assertThat(answer("B1 04 01 22 0D", POLL))
                .isEqualTo(
                        understood(
                                new ChangerMessage.CoinDispensed(1, 3, 4),
                                new ChangerMessage.Status(CoinStatus.ESCROW_REQUESTED),
                                new ChangerMessage.Slugs(2),
                                new ChangerMessage.Status(CoinStatus.CREDITED_COIN_REMOVED)));
        assertThat(answer("1E 00 08", POLL))
                .isEqualTo(understood(new ChangerMessage.NotUsed(0x1E, "0008")));
    }

    @Test
    void readsTubesPayoutsAndDiagnoses() {
        assertThat(answer("00 02 05 63", new ChangerCommand.TubeStatus()))
                .isEqualTo(understood(new ChangerMessage.Tubes(2, List.of(5, 99))));
        assertThat(answer("01 00 02", new ChangerCommand.PayoutStatus()))
                .isEqualTo(understood(new ChangerMessage.PaidOut(List.of(1, 0, 2))));
        assertThat(answer("07", new ChangerCommand.PayoutValuePoll()))
                .isEqualTo(understood(new ChangerMessage.PaidOutSoFar(7)));
        assertThat(answer("03 00 11 30", new ChangerCommand.DiagnosticStatus()))
                .isEqualTo(understood(new ChangerMessage.Diagnosis(List.of(0x0300, 0x1130))));
        assertThat(answer("04", new ChangerCommand.ManualFillReport()))
                .isEqualTo(understood(new ChangerMessage.MovedByHand(List.of(4))));
    }

    @Test
    void refusesACommandThatIsTooShort() {
        assertThat(command("0C 00 1F FF")).isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(command("0F")).isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(command("0D")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesACommandThatIsTooLong() {
        assertThat(command("08 00")).isEqualTo(refused(Malformed.LEFT_OVER));
    }

    @Test
    void refusesACommandOrSubcommandThatIsNone() {
        assertThat(command("0E")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(command("0F 20")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(ChangerCommandCodec.decode(new byte[0])).isEqualTo(refused(Malformed.EMPTY));
        assertThat(ChangerMessageDecoder.decode(new byte[0], POLL))
                .isEqualTo(refused(Malformed.EMPTY));
    }

    @Test
    void refusesMoreThanFifteenCoins() {
        assertThatThrownBy(() -> ChangerCommandCodec.encode(new ChangerCommand.Dispense(1, 16)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACoinWithoutItsCount() {
        assertThat(answer("41", POLL)).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesACoinThatWentNowhere() {
        assertThat(answer("61 09", POLL)).isEqualTo(refused(Malformed.BAD_VALUE));
    }

    @Test
    void refusesAStatusThatIsNone() {
        assertThat(answer("0E", POLL)).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(answer("00", POLL)).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesABlockThatIsLongerThanMdbAllows() {
        assertThat(command("0F FA" + " 00".repeat(34))).isEqualTo(refused(Malformed.TOO_LONG));
        assertThat(answer("00" + " 00".repeat(35), POLL)).isEqualTo(refused(Malformed.TOO_LONG));
    }

    @Test
    void refusesAPollOfMoreThanSixteenBytes() {
        assertThat(answer("01" + " 01".repeat(16), POLL)).isEqualTo(refused(Malformed.TOO_LONG));
    }

    @Test
    void refusesASetUpThatIsTooShortTooLongOrImpossible() {
        ChangerCommand setup = new ChangerCommand.Setup();

        assertThat(answer("03 11 56 05 01 00", setup)).isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(answer("03 11 56 05 01 00 03" + " 00".repeat(17), setup))
                .isEqualTo(refused(Malformed.LEFT_OVER));
        assertThat(answer("03 11 56 00 01 00 03", setup)).isEqualTo(refused(Malformed.BAD_VALUE));
        assertThat(answer("04 11 56 05 01 00 03", setup)).isEqualTo(refused(Malformed.BAD_VALUE));
    }

    @Test
    void refusesHalfADiagnosis() {
        assertThat(answer("03", new ChangerCommand.DiagnosticStatus()))
                .isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesDataWhereOnlyAnAckMayCome() {
        assertThat(answer("01", new ChangerCommand.Dispense(1, 1)))
                .isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    private static void assertBothWays(String hex, ChangerCommand command) {
        assertThat(MdbBlock.withChecksum(ChangerCommandCodec.encode(command))).isEqualTo(hex(hex));
        assertThat(MdbBlock.withoutChecksum(hex(hex)).then(ChangerCommandCodec::decode))
                .isEqualTo(new Decoded.Understood<>(command));
    }

    private static Decoded<?> command(String hex) {
        return ChangerCommandCodec.decode(hex(hex));
    }

    private static Decoded<?> answer(String hex, ChangerCommand asked) {
        return ChangerMessageDecoder.decode(hex(hex), asked);
    }

    private static Decoded<?> understood(ChangerMessage... messages) {
        return new Decoded.Understood<>(List.of(messages));
    }

    private static Decoded<?> refused(Malformed reason) {
        return new Decoded.Refused<>(reason);
    }

    private static byte[] hex(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
