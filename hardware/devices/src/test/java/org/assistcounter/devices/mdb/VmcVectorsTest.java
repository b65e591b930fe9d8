package org.assistcounter.devices.mdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Blocks that real VMCs sent, checksum included. */
class VmcVectorsTest {

    private static final SessionForm LEVEL_1 = new SessionForm(1, 0);
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
        assertBothWays("11 01 00 C8 00 64 3E", new VmcMessage.SetupPrices(200, 100, 0));
        assertBothWays("11 01 FF FF 00 00 10", new VmcMessage.SetupPrices(-1, 0, 0));
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

    @Test
    void tellsOfACashSale() {
        assertBothWays("13 05 01 5E 80 0B 02", new VmcMessage.CashSale(350, 0x800B, 0));
    }

    @Test
    void takesAnItemBack() {
        assertBothWays("13 06 00 64 00 0B 88", new VmcMessage.NegativeVendRequest(100, 11));
    }

    @Test
    void putsMoneyOntoACard() {
        assertBothWays("15 00 03 E8 00", new VmcMessage.RevalueRequest(1_000));
        assertBothWays("15 01 16", new VmcMessage.RevalueLimitRequest());
    }

    @Test
    void tellsTheTime() {
        var time = new VmcMessage.WriteTime("26112710050905" + "48" + "FFFF");

        assertBothWays("17 03 26 11 27 10 05 09 05 48 FF FF E1", time);
    }

    @Test
    void enablesOptions() {
        assertBothWays("17 04 00 00 00 26 41", new VmcMessage.EnableOptions(0x26));
    }

    @Test
    void carriesDiagnosticsOfAManufacturer() {
        assertBothWays("17 FF 01 02 03 1C", new VmcMessage.Diagnostics("010203"));
        assertBothWays("17 FF 16", new VmcMessage.Diagnostics(""));
    }

    @Test
    void namesWhatItDoesNotUse() {
        assertNotUsed("14 03 31 32 00 00 00 00 00 00", "DATA_ENTRY_RESPONSE");
        assertNotUsed("17 01 02", "READ_USER_FILE");
        assertNotUsed("17 02 01 02 41 42", "WRITE_USER_FILE");
        assertNotUsed("17 FA 10 00 01 02 00", "FTL_REQ_TO_RCV");
        assertNotUsed("17 FB 10 00 05", "FTL_RETRY_DENY");
        assertNotUsed("17 FC 10 01 41 42 43", "FTL_SEND_BLOCK");
        assertNotUsed("17 FD 10 00", "FTL_OK_TO_SEND");
        assertNotUsed("17 FE 10 00 01 02 00", "FTL_REQ_TO_SEND");
    }

    @Test
    void speaksToTheSecondReaderAtSixty() {
        byte[] block = HexFormat.ofDelimiter(" ").parseHex("63 00 01 5E 00 0B CD");
        var request = new VmcMessage.VendRequest(350, 11);

        assertThat(
                        MdbBlock.withChecksum(
                                VmcMessageCodec.encode(request, LEVEL_1, CashlessAddress.SECOND)))
                .isEqualTo(block);
        assertThat(
                        MdbBlock.withoutChecksum(block)
                                .then(data ->
                                        VmcMessageCodec.decode(
                                                data, LEVEL_1, CashlessAddress.SECOND)))
                .isEqualTo(new Decoded.Understood<>(request));
    }

    @Test
    void hasAmountsOf32BitsInExpandedMode() {
        assertExpanded(
                "11 01 FF FF FF FF 00 00 00 00 11 56 75",
                new VmcMessage.SetupPrices(-1, 0, 0x1156));
        assertExpanded("13 00 00 01 86 A0 00 0B 45", new VmcMessage.VendRequest(100_000, 11));
        assertExpanded(
                "13 05 00 01 86 A0 00 0B 11 56 B1", new VmcMessage.CashSale(100_000, 11, 0x1156));
        assertExpanded(
                "13 06 00 01 86 A0 00 0B 4B", new VmcMessage.NegativeVendRequest(100_000, 11));
        assertExpanded("15 00 00 01 86 A0 3C", new VmcMessage.RevalueRequest(100_000));
    }

    private static void assertExpanded(String hex, VmcMessage message) {
        assertBothWays(hex, message, new SessionForm(3, 32).withOptions(2));
    }

    private static void assertNotUsed(String hex, String name) {
        byte[] data = HexFormat.ofDelimiter(" ").parseHex(hex);
        Decoded<VmcMessage> decoded = VmcMessageCodec.decode(data, LEVEL_1, CashlessAddress.FIRST);

        assertThat(decoded)
                .isEqualTo(
                        new Decoded.Understood<>(
                                new VmcMessage.NotUsed(name, hex.replace(" ", "").substring(4))));
        assertThat(
                        VmcMessageCodec.encode(
                                ((Decoded.Understood<VmcMessage>) decoded).value(),
                                LEVEL_1,
                                CashlessAddress.FIRST))
                .isEqualTo(data);
    }

    private static void assertBothWays(String hex, VmcMessage message) {
        assertBothWays(hex, message, LEVEL_1);
    }

    private static void assertBothWays(String hex, VmcMessage message, SessionForm form) {
        byte[] block = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThat(
                        MdbBlock.withChecksum(
                                VmcMessageCodec.encode(message, form, CashlessAddress.FIRST)))
                .isEqualTo(block);
        assertThat(
                        MdbBlock.withoutChecksum(block)
                                .then(data ->
                                        VmcMessageCodec.decode(data, form, CashlessAddress.FIRST)))
                .isEqualTo(new Decoded.Understood<>(message));
    }
}
