package org.assistcounter.devices.mdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Blocks that real VMCs sent, checksum included. */
class VmcVectorsTest {

    private static final Identification KIOSK =
            new Identification("ACM", "000000000001", "KIOSK-AGENT1", 0x0100);

    @Test
    void resetsAndPolls() {
        assertBothWays("10 10", new VmcMessage.Reset());
        assertBothWays("12 12", new VmcMessage.Poll());
    }

    @Test
    void setsUp() {
        assertBothWays("11 00 02 00 00 00 13", new VmcMessage.SetupConfig(2, 0, 0, 0));
        assertBothWays("11 00 03 00 00 00 14", new VmcMessage.SetupConfig(3, 0, 0, 0));
        assertBothWays("11 01 00 C8 00 64 3E", new VmcMessage.SetupPrices(200, 100));
        assertBothWays("11 01 FF FF 00 00 10", new VmcMessage.SetupPrices(0xFFFF, 0));
    }

    @Test
    void saysWhoItIs() {
        assertBothWays(
                "17 00 41 43 4D 30 30 30 30 30 30 30 30 30 30 30 31 4B 49 4F 53 4B 2D 41 47 45 4E"
                        + " 54 31 01 00 78",
                new VmcMessage.RequestId(KIOSK));
    }

    @Test
    void vends() {
        assertBothWays("13 00 01 5E 00 0B 7D", new VmcMessage.VendRequest(350, 11));
        assertBothWays("13 01 14", new VmcMessage.VendCancel());
        assertBothWays("13 02 00 0B 20", new VmcMessage.VendSuccess(11));
        assertBothWays("13 03 16", new VmcMessage.VendFailure());
        assertBothWays("13 04 17", new VmcMessage.SessionComplete());
    }

    @Test
    void switchesTheReader() {
        assertBothWays("14 00 14", new VmcMessage.ReaderDisable());
        assertBothWays("14 01 15", new VmcMessage.ReaderEnable());
        assertBothWays("14 02 16", new VmcMessage.ReaderCancel());
    }

    private static void assertBothWays(String hex, VmcMessage message) {
        byte[] block = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThat(MdbBlock.withChecksum(VmcMessageCodec.encode(message))).isEqualTo(block);
        assertThat(MdbBlock.withoutChecksum(block).then(VmcMessageCodec::decode))
                .isEqualTo(new Decoded.Understood<>(message));
    }
}
