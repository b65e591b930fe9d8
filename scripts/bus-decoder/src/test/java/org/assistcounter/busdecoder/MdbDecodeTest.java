package org.assistcounter.busdecoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/mdb-decode < FILE} over good and bad traffic. */
class MdbDecodeTest {

    @Test
    void tellsAWholeSale() {
        Run run = Run.of(Sessions.SALE, "--json");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().getLast()).isEqualTo("{\"lines\":26,\"messages\":25,\"badLines\":0}");
        assertThat(run.out())
                .contains(
                        "{\"line\":2,\"direction\":\"M>P\",\"device\":\"cashless 1\","
                                + "\"message\":\"RESET\",\"sessionLevel\":0,\"expanded\":false,"
                                + "\"checksum\":\"ok\"}",
                        "{\"line\":3,\"direction\":\"P>M\",\"device\":\"cashless 1\","
                                + "\"message\":\"ACK\",\"checksum\":\"none\"}",
                        "{\"line\":16,\"direction\":\"P>M\",\"device\":\"cashless 1\","
                                + "\"message\":\"BEGIN SESSION\",\"funds\":1000,"
                                + "\"sessionLevel\":1,\"expanded\":false,\"checksum\":\"ok\"}",
                        "{\"line\":17,\"direction\":\"M>P\",\"device\":\"cashless 1\","
                                + "\"message\":\"VEND REQUEST\",\"price\":350,\"item\":11,"
                                + "\"sessionLevel\":1,\"expanded\":false,\"checksum\":\"ok\"}");
    }

    /** Two captures without a line feed between them once overflowed the stack. */
    @Test
    void saysThatALineOfAHundredThousandBytesIsTooLong() {
        Run run = Run.of(List.of("M>P" + " 13".repeat(100_000), "M>P 10 10"));

        assertThat(run.exit()).isOne();
        assertThat(run.out().getFirst()).contains("\"problem\":\"TOO_LONG\"");
        assertThat(run.out().get(1)).contains("\"message\":\"RESET\"");
    }

    @Test
    void saysWhatAReaderCanDo() {
        Run run = Run.of(List.of("P>M 01 01 18 40 01 02 05 0F 71"));

        assertThat(run.out().getFirst())
                .contains("\"country\":\"1840\"", "\"refund\":true", "\"multivend\":true")
                .contains("\"display\":true", "\"cashSale\":true");
    }

    @Test
    void readsAmountsOf32BitsOnceTheyAreEnabled() {
        Run run =
                Run.of(
                        List.of(
                                "M>P 11 00 03 00 00 00 14",
                                "P>M 01 03 11 56 01 02 05 03 76",
                                "M>P 17 04 00 00 00 22 3D",
                                "P>M 00",
                                "M>P 13 00 00 01 86 A0 00 0B 45",
                                "P>M 05 00 01 86 A0 2C"));

        assertThat(run.exit()).isZero();
        assertThat(run.out().get(2))
                .contains("\"options\":[\"AMOUNTS_OF_32_BITS\",\"ALWAYS_IDLE\"]");
        assertThat(run.out().get(4)).contains("\"price\":100000", "\"sessionLevel\":3");
        assertThat(run.out().get(5)).contains("\"amount\":100000", "\"expanded\":true");
    }

    @Test
    void forgetsTheFormOfASessionAtAReset() {
        Run run =
                Run.of(
                        List.of(
                                "M>P 11 00 03 00 00 00 14",
                                "P>M 01 03 11 56 01 02 05 03 76",
                                "M>P 17 04 00 00 00 02 1D",
                                "M>P 10 10",
                                "M>P 13 00 01 5E 00 0B 7D"));

        assertThat(run.out().getLast()).contains("\"price\":350", "\"expanded\":false");
    }

    @Test
    void keepsTwoReadersApart() {
        Run run =
                Run.of(
                        List.of(
                                "M>P 61 00 02 00 00 00 63",
                                "P>M 01 02 11 56 01 02 03 09 79",
                                "M>P 62 62",
                                "P>M 0B 05 10",
                                "M>P 12 12",
                                "P>M 05 01 5E 64"));

        assertThat(run.exit()).isZero();
        assertThat(run.out().get(3)).contains("\"device\":\"cashless 2\"", "\"state\":5");
        assertThat(run.out().get(5)).contains("\"device\":\"cashless 1\"", "\"sessionLevel\":0");
    }

    @Test
    void tellsEveryMessageOfOneAnswer() {
        Run run = Run.of(List.of("P>M 06 0A 07 04 1B"));

        assertThat(run.out()).hasSize(3);
        assertThat(run.out().get(0)).contains("VEND DENIED");
        assertThat(run.out().get(1)).contains("\"code\":\"07\"", "\"kind\":\"MEDIA_ERROR\"");
        assertThat(run.out().get(2)).contains("SESSION CANCEL REQUEST");
    }

    @Test
    void showsAMessageWithAWrongChecksumAndLearnsNothingFromIt() {
        Run run =
                Run.of(
                        List.of(
                                "P>M 01 02 11 56 01 02 03 09 FF",
                                "P>M 05 01 5E 65",
                                "P>M 05 01 5E 64"));

        assertThat(run.exit()).isEqualTo(MdbDecode.BAD);
        assertThat(run.out().get(1))
                .contains("\"message\":\"VEND APPROVED\"", "\"amount\":350")
                .contains("\"checksum\":\"wrong\"", "\"bytes\":\"05 01 5E 65\"");
        assertThat(run.out().get(2)).contains("\"sessionLevel\":0", "\"checksum\":\"ok\"");
        assertThat(run.err()).contains("line 1: ", "line 2: the checksum is wrong");
    }

    @Test
    void namesALineThatIsNoTrafficAndGoesOn() {
        Run run = Run.of(List.of("X>Y 00", "P>M", "P>M 0", "P>M 0G", "M>P 12 12"), "--json");

        assertThat(run.exit()).isEqualTo(MdbDecode.BAD);
        assertThat(run.out().getFirst())
                .isEqualTo("{\"line\":1,\"problem\":\"NOT_TRAFFIC\",\"text\":\"X>Y 00\"}");
        assertThat(run.out().get(4)).contains("POLL");
        assertThat(run.out().getLast()).isEqualTo("{\"lines\":5,\"messages\":1,\"badLines\":4}");
    }

    @Test
    void namesABlockThatIsNoMessage() {
        Run run = Run.of(List.of("M>P 13 09 1C", "P>M 55", "P>M 0C 0C", "M>P 13 04 00 17"));

        assertThat(run.exit()).isEqualTo(MdbDecode.BAD);
        assertThat(run.out().get(0)).contains("\"problem\":\"UNKNOWN_CODE\"", "\"13 09 1C\"");
        assertThat(run.out().get(1)).contains("\"problem\":\"TRUNCATED\"", "\"55\"");
        assertThat(run.out().get(2)).contains("\"problem\":\"UNKNOWN_CODE\"");
        assertThat(run.out().get(3)).contains("\"problem\":\"LEFT_OVER\"");
    }

    @Test
    void showsTheBytesOfDevicesItDoesNotKnow() {
        Run run = Run.of(List.of("M>P 40 40", "P>M 00", "M>P FA 01 FB"));

        assertThat(run.exit()).isZero();
        assertThat(run.out().get(0)).contains("universal satellite device", "NOT DECODED");
        assertThat(run.out().get(2)).contains("device at F8h", "\"data\":\"FA 01\"");
    }

    @Test
    void readsAChangersAnswerAsTheAnswerToItsCommand() {
        Run run =
                Run.of(
                        List.of(
                                "M>P 0A 0A",
                                "P>M 00 00 06 0B 11",
                                "M>P 0B 0B",
                                "P>M 41 09 4A",
                                "M>P 0D 32 3F"));

        assertThat(run.exit()).isZero();
        assertThat(run.out().get(1)).contains("\"TUBES\"", "\"counts\":[6,11]");
        assertThat(run.out().get(3))
                .contains("\"COIN DEPOSITED\"", "\"routing\":\"CASH_BOX\"", "\"inTube\":9");
        assertThat(run.out().get(4)).contains("\"coinType\":2,\"count\":3");
    }

    @Test
    void readsABillValidator() {
        Run run = Run.of(List.of("M>P 34 01 2F FF FF 62", "P>M 00", "M>P 33 33", "P>M 06 09 0F"));

        assertThat(run.exit()).isZero();
        assertThat(run.out().get(0)).contains("\"BILL TYPE\"", "\"acceptedMask\":303");
        assertThat(run.out().get(3)).contains("\"status\":\"WAS_RESET\"");
        assertThat(run.out().get(4)).contains("\"status\":\"DISABLED\"");
    }

    @Test
    void knowsTheLoneBytes() {
        Run run = Run.of(List.of("M>P 00", "M>P AA", "M>P FF", "P>M 00", "P>M FF", "P>M AA"));

        assertThat(run.exit()).isEqualTo(MdbDecode.BAD);
        assertThat(run.out().get(1)).contains("RET");
        assertThat(run.out().get(4)).contains("NAK");
        assertThat(run.out().get(5)).contains("\"problem\":\"TRUNCATED\"");
    }

    @Test
    void refusesWordsThatAreNoOptions(@TempDir Path folder) {
        assertThat(Run.of(List.of(), "--pcap").exit()).isEqualTo(MdbDecode.NOT_RUN);
        assertThat(Run.of(List.of(), "file", "--json").out().getLast()).startsWith("{\"error\"");
        assertThat(Run.of(List.of(), "--pcap", folder.toString()).exit())
                .isEqualTo(MdbDecode.NOT_RUN);
    }

    @Test
    void writesACaptureOfLinkType300(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bus.pcap");

        Run.of(List.of("M>P 62 62", "P>M 07 07"), "--pcap", file.toString());

        String header = "A1B2C3D4000200040000000000000000" + "0000FFFF" + "0000012C";
        String poll = "0000000000000000" + "0000000400000004" + "00FF6262";
        String ended = "0000000000002710" + "0000000500000005" + "00FE600707";
        assertThat(HexFormat.of().withUpperCase().formatHex(Files.readAllBytes(file)))
                .isEqualTo(header + poll + ended);
    }
}
