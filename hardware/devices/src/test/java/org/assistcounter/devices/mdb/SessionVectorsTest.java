package org.assistcounter.devices.mdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A whole sale as it was seen between the vmflow reader's firmware, level 1, and a VMC: each block
 * is read, and written again as the same bytes.
 */
class SessionVectorsTest {

    private static final SessionForm LEVEL_1 = new SessionForm(1, 0);

    @ParameterizedTest
    @CsvSource({
        "M>P, 10 10, Reset",
        "M>P, 12 12, Poll",
        "P>M, 00 00, JustReset",
        "M>P, 11 00 03 00 00 00 14, SetupConfig",
        "P>M, 01 01 11 56 01 02 03 09 78, ReaderConfig",
        "M>P, 11 01 FF FF 00 00 10, SetupPrices",
        "M>P, 17 00 41 43 4D 30 30 30 30 30 30 30 30 30 30 30 31 4B 49 4F 53 4B 2D 41 47 45 4E 54"
                + " 31 01 00 78, RequestId",
        "P>M, 09 56 4D 46 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20"
                + " 00 03 F5, PeripheralId",
        "M>P, 14 01 15, ReaderEnable",
        "P>M, 03 03 E8 EE, BeginSession",
        "M>P, 13 00 01 5E 00 0B 7D, VendRequest",
        "P>M, 05 01 5E 64, VendApproved",
        "M>P, 13 02 00 0B 20, VendSuccess",
        "M>P, 13 04 17, SessionComplete",
        "P>M, 07 07, EndSession"
    })
    void readsAndWritesEveryBlock(String direction, String hex, String name) {
        byte[] block = HexFormat.ofDelimiter(" ").parseHex(hex);
        boolean isVmc = direction.equals("M>P");
        Record message = isVmc ? command(block) : answer(block);

        assertThat(message.getClass().getSimpleName()).isEqualTo(name);
        assertThat(MdbBlock.withChecksum(written(message))).isEqualTo(block);
    }

    private static byte[] written(Record message) {
        return message instanceof VmcMessage command
                ? VmcMessageCodec.encode(command, LEVEL_1, CashlessAddress.FIRST)
                : ReaderMessageEncoder.encode((ReaderMessage) message, LEVEL_1);
    }

    private static Record command(byte[] block) {
        return (Record)
                understood(
                        MdbBlock.withoutChecksum(block)
                                .then(data ->
                                        VmcMessageCodec.decode(
                                                data, LEVEL_1, CashlessAddress.FIRST)));
    }

    private static Record answer(byte[] block) {
        List<ReaderMessage> messages =
                understood(
                        MdbBlock.withoutChecksum(block)
                                .then(data -> ReaderMessageDecoder.decode(data, LEVEL_1)));
        assertThat(messages).hasSize(1);
        return (Record) messages.getFirst();
    }

    private static <T> T understood(Decoded<T> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood<T>) decoded).value();
    }
}
