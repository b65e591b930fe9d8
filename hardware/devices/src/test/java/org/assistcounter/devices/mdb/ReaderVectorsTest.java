package org.assistcounter.devices.mdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks that real readers and other implementations sent, checksum included. */
class ReaderVectorsTest {

    private static final SessionForm LEVEL_1 = new SessionForm(1, 2);

    @Test
    void readsSeveralMessagesOfOneBlockInOrder() {
        assertThat(read("06 0A 07 04 1B"))
                .containsExactly(
                        new ReaderMessage.VendDenied(),
                        new ReaderMessage.Malfunction(0x07),
                        new ReaderMessage.SessionCancelRequest());
    }

    @Test
    void readsAConfigInYuan() {
        var config = new ReaderMessage.ReaderConfig(1, 0x1156, 1, 2, 3, 9);

        assertThat(read("01 01 11 56 01 02 03 09 78")).containsExactly(config);
        assertThat(config.canRefund()).isTrue();
    }

    @Test
    void readsAConfigInEuro() {
        assertThat(read("01 01 19 78 01 02 05 00 9B"))
                .containsExactly(new ReaderMessage.ReaderConfig(1, 0x1978, 1, 2, 5, 0));
    }

    @Test
    void readsAnIdentificationWithoutOptionBits() {
        var messages =
                read(
                        "09 56 4D 46 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20"
                                + " 20 20 20 00 03 F5");

        assertThat(messages).singleElement().isInstanceOf(ReaderMessage.PeripheralId.class);
    }

    @Test
    void readsTheShortAndTheLongBeginSession() {
        byte[] data = HexFormat.ofDelimiter(" ").parseHex("03 03 E8 00 00 00 07 01 00 02");

        assertThat(read("03 03 E8 EE"))
                .containsExactly(new ReaderMessage.BeginSession(1000, 0, 0, 0));
        assertThat(ReaderMessageDecoder.decode(data, new SessionForm(3, 0)))
                .isEqualTo(
                        new Decoded.Understood<>(
                                List.of(new ReaderMessage.BeginSession(1000, 7, 1, 2))));
    }

    @ParameterizedTest
    @CsvSource({
        "00 00, JustReset",
        "05 01 5E 64, VendApproved",
        "07 07, EndSession",
        "01 01 18 40 01 02 05 0F 71, ReaderConfig",
        "02 0A 41 42 8F, DisplayRequest",
        "03 03 E8 EE, BeginSession",
        "04 04, SessionCancelRequest",
        "06 06, VendDenied",
        "08 08, Cancelled",
        "0A C0 CA, Malfunction",
        "0B 0B, OutOfSequence",
        "0D 0D, RevalueApproved",
        "0E 0E, RevalueDenied",
        "0F 03 E8 FA, RevalueLimit",
        "11 11, TimeRequest",
        "FF 01 02 02, Diagnostics",
        "10 01 02 41 42 96, NotUsed",
        "12 06 18, NotUsed",
        "13 13, NotUsed",
        "1B 00 10 01 02 00 2E, NotUsed",
        "1C 00 10 05 31, NotUsed",
        "1D 00 01 41 42 43 E4, NotUsed",
        "1E 00 10 2E, NotUsed",
        "1F 00 10 01 02 00 32, NotUsed"
    })
    void readsAndWritesTheSameBytes(String hex, String name) {
        List<ReaderMessage> messages = read(hex);

        assertThat(messages)
                .singleElement()
                .extracting(m -> m.getClass().getSimpleName())
                .isEqualTo(name);
        byte[] written =
                MdbBlock.withChecksum(ReaderMessageEncoder.encode(messages.getFirst(), LEVEL_1));
        assertThat(written).isEqualTo(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @Test
    void readsTheStateBehindOutOfSequenceFromLevelTwo() {
        assertThat(decode("0B 05", new SessionForm(2, 0)))
                .containsExactly(new ReaderMessage.OutOfSequence(5));
        assertThat(decode("0B", LEVEL_1)).containsExactly(new ReaderMessage.OutOfSequence(-1));
    }

    @Test
    void readsOptionBitsAtLevelThree() {
        assertThat(decode("09" + " 20".repeat(29) + " 00 00 00 26", new SessionForm(3, 0)))
                .singleElement()
                .extracting(m -> ((ReaderMessage.PeripheralId) m).optionBits())
                .isEqualTo(0x26L);
    }

    @Test
    void readsAndWritesTheExpandedForms() {
        SessionForm expanded = new SessionForm(3, 32).withOptions(ReaderOption.ALWAYS_IDLE.mask());
        assertThat(expanded.isExpanded()).isFalse();
        expanded = expanded.withOptions(ReaderOption.SEVERAL_CURRENCIES.mask());
        var begin =
                new ReaderMessage.BeginSession(1000, 0xFFFF_FFFFL, 0x41, 0x0203, "zh", 0x1156, 2);

        assertExpanded("03 00 00 03 E8 FF FF FF FF 41 02 03 7A 68 11 56 02", begin, expanded);
        assertExpanded("05 00 01 86 A0", new ReaderMessage.VendApproved(100_000), expanded);
        assertExpanded("0F 00 01 86 A0", new ReaderMessage.RevalueLimit(100_000), expanded);
    }

    private static void assertExpanded(String hex, ReaderMessage message, SessionForm form) {
        assertThat(decode(hex, form)).containsExactly(message);
        assertThat(ReaderMessageEncoder.encode(message, form))
                .isEqualTo(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @Test
    void knowsFundsThatAreNotTold() {
        var unknown =
                new ReaderMessage.BeginSession(ReaderMessage.BeginSession.FUNDS_UNKNOWN, 0, 0, 0);

        assertThat(read("03 FF FF 01")).containsExactly(unknown);
        assertThat(ReaderMessageEncoder.encode(unknown, LEVEL_1)).isEqualTo(new byte[] {3, -1, -1});
    }

    @Test
    void sortsMalfunctionsByTheirUpperFourBits() {
        assertThat(new ReaderMessage.Malfunction(0x07).kind().effect())
                .isEqualTo(MalfunctionKind.Effect.ONCE);
        assertThat(new ReaderMessage.Malfunction(0x51).kind())
                .isEqualTo(MalfunctionKind.SERVICE_NEEDED);
        assertThat(new ReaderMessage.Malfunction(0xAF).kind().effect())
                .isEqualTo(MalfunctionKind.Effect.OUT_OF_ORDER);
        assertThat(new ReaderMessage.Malfunction(0xC3).kind())
                .isEqualTo(MalfunctionKind.REFUND_LOST);
    }

    @Test
    void addsUpTheChecksumOfTheSpecification() {
        byte[] data = HexFormat.ofDelimiter(" ").parseHex("02 00 01 05 02 00 07 01 02 05 14 FF");

        assertThat(MdbBlock.withChecksum(data)[12]).isEqualTo((byte) 0x2C);
    }

    private static List<ReaderMessage> decode(String hex, SessionForm form) {
        Decoded<List<ReaderMessage>> decoded =
                ReaderMessageDecoder.decode(HexFormat.ofDelimiter(" ").parseHex(hex), form);
        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood<List<ReaderMessage>>) decoded).value();
    }

    private static List<ReaderMessage> read(String hex) {
        byte[] block = HexFormat.ofDelimiter(" ").parseHex(hex);
        Decoded<List<ReaderMessage>> decoded =
                MdbBlock.withoutChecksum(block)
                        .then(data -> ReaderMessageDecoder.decode(data, LEVEL_1));
        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood<List<ReaderMessage>>) decoded).value();
    }
}
