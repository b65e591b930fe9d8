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
        "02 0A 41 42 8F, DisplayRequest"
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

    private static List<ReaderMessage> read(String hex) {
        byte[] block = HexFormat.ofDelimiter(" ").parseHex(hex);
        Decoded<List<ReaderMessage>> decoded =
                MdbBlock.withoutChecksum(block)
                        .then(data -> ReaderMessageDecoder.decode(data, LEVEL_1));
        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood<List<ReaderMessage>>) decoded).value();
    }
}
