package org.assistcounter.devices.mdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Every way in which a reader's or a VMC's bytes can be no message has its own reason. */
class ReaderMalformedTest {

    private static final SessionForm LEVEL_3 = new SessionForm(3, 32);

    @Test
    void refusesAnEmptyBlock() {
        assertThat(MdbBlock.withoutChecksum(new byte[0])).isEqualTo(refused(Malformed.EMPTY));
        assertThat(message("")).isEqualTo(refused(Malformed.EMPTY));
    }

    @Test
    void refusesABlockOfMoreThan36Bytes() {
        assertThat(MdbBlock.withoutChecksum(new byte[37])).isEqualTo(refused(Malformed.TOO_LONG));
        assertThat(message("00".repeat(36))).isEqualTo(refused(Malformed.TOO_LONG));
    }

    @Test
    void refusesAWrongChecksum() {
        byte[] block = HexFormat.of().parseHex("05015E65");

        assertThat(MdbBlock.withoutChecksum(block)).isEqualTo(refused(Malformed.WRONG_CHECKSUM));
    }

    @Test
    void refusesABlockWithoutRoomForItsChecksum() {
        assertThat(MdbBlock.withoutChecksum(new byte[1])).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesAnUnknownCode() {
        assertThat(message("0C")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesAnApprovalWithoutItsAmount() {
        assertThat(message("0501")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesALevel3SessionWithoutItsMedia() {
        assertThat(message("0303E8")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesADisplayShorterThanTheDisplay() {
        assertThat(message("020A4142")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesAScaleOfZero() {
        assertThat(message("0103115600020309")).isEqualTo(refused(Malformed.BAD_VALUE));
    }

    @Test
    void refusesALevelThatIsNone() {
        assertThat(message("0104115601020309")).isEqualTo(refused(Malformed.BAD_VALUE));
    }

    @Test
    void refusesTheWholeBlockWhenItsSecondMessageIsBad() {
        assertThat(message("0605")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesACodeBetweenTheKnownOnes() {
        assertThat(message("1A")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(message("20")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(message("FE")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesADisplayRequestWithoutItsTime() {
        assertThat(message("02")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesAMalfunctionWithoutItsCode() {
        assertThat(message("0A")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesAnOutOfSequenceWithoutItsStateFromLevelTwo() {
        assertThat(message("0B")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesAnIdentificationWithoutOptionBitsAtLevelThree() {
        assertThat(message("09" + "20".repeat(29))).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesARevalueLimitWithoutItsAmount() {
        assertThat(message("0F03")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesAShortApprovalInExpandedMode() {
        assertThat(expanded("05015E")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesASessionWithoutItsCurrencyInExpandedMode() {
        assertThat(expanded("03000003E800000007010002")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesAFileBlockWithoutItsNumber() {
        assertThat(message("1D10")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesDecimalsThatNobodyHas() {
        assertThat(message("0103115601070309")).isEqualTo(refused(Malformed.BAD_VALUE));
    }

    @Test
    void refusesAnEmptyCommand() {
        assertThat(command("")).isEqualTo(refused(Malformed.EMPTY));
    }

    @Test
    void refusesACommandThatIsTooShort() {
        assertThat(command("13")).isEqualTo(refused(Malformed.TRUNCATED));
        assertThat(command("1300015E00")).isEqualTo(refused(Malformed.TRUNCATED));
    }

    @Test
    void refusesACommandThatIsTooLong() {
        assertThat(command("130400")).isEqualTo(refused(Malformed.LEFT_OVER));
        assertThat(command("1000")).isEqualTo(refused(Malformed.LEFT_OVER));
        assertThat(command("17FF" + "00".repeat(34))).isEqualTo(refused(Malformed.TOO_LONG));
    }

    @Test
    void refusesAnUnknownCommandOrSubcommand() {
        assertThat(command("16")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(command("1309")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
        assertThat(command("1705")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesACommandForTheOtherReader() {
        assertThat(command("60")).isEqualTo(refused(Malformed.UNKNOWN_CODE));
    }

    @Test
    void refusesAVmcOfNoLevel() {
        assertThat(command("110000000000")).isEqualTo(refused(Malformed.BAD_VALUE));
        assertThat(command("110004000000")).isEqualTo(refused(Malformed.BAD_VALUE));
    }

    @Test
    void refusesATimeThatIsNotDecimal() {
        assertThat(command("17032A112710050905480000")).isEqualTo(refused(Malformed.BAD_VALUE));
    }

    private static Decoded<?> message(String hex) {
        return ReaderMessageDecoder.decode(HexFormat.of().parseHex(hex), LEVEL_3);
    }

    private static Decoded<?> expanded(String hex) {
        return ReaderMessageDecoder.decode(HexFormat.of().parseHex(hex), LEVEL_3.withOptions(2));
    }

    private static Decoded<?> command(String hex) {
        return VmcMessageCodec.decode(HexFormat.of().parseHex(hex), LEVEL_3, CashlessAddress.FIRST);
    }

    private static Decoded<?> refused(Malformed reason) {
        return new Decoded.Refused<>(reason);
    }
}
