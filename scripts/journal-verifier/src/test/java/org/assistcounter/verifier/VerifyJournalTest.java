package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as a person or a script meets it: exit codes, texts, and files that are no export.
 */
class VerifyJournalTest {

    private static final String SALE = "01D2PF2DBSQQZXQ5TK1V58CGGH";

    @TempDir Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        return VerifyJournal.run(
                Arrays.stream(arguments).map(Object::toString).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        return printed().lines().toList().getLast();
    }

    private void isBad(List<String> lines, String error) throws IOException {
        assertThat(run(TestJournal.write(folder, lines))).isEqualTo(1);
        assertThat(printed()).contains(error).endsWith("verdict      bad\n");
    }

    private static List<String> lines() {
        return new TestJournal().begin().sell(SALE, 1280).lines();
    }

    private static List<String> with(int index, String line) {
        List<String> lines = new ArrayList<>(lines());
        lines.set(index, line);
        return lines;
    }

    @Test
    void saysGoodInWordsAndInJson() throws IOException {
        assertThat(run(TestJournal.write(folder, lines()), "--json")).isZero();

        assertThat(printed()).contains("verdict      good", "2026-11-22", "apple");
        assertThat(lastLine())
                .startsWith("{\"records\":8,\"verdict\":\"good\",\"errors\":[],")
                .contains(
                        "\"totals\":{\"chargedMinor\":1280,\"refundedMinor\":0,\"heldMinor\":0,"
                                + "\"dispensed\":1,\"sales\":1}",
                        "\"byProductAndDay\":[{\"day\":\"2026-11-22\",\"product\":\"apple\","
                                + "\"delivered\":1,\"amountMinor\":1280,\"refundedMinor\":0,"
                                + "\"heldMinor\":0}]",
                        "\"counter\":\"000102030405060708090a0b0c0d0e0f\"",
                        "\"lastSeq\":8,");
    }

    @Test
    void givesTheRecordOfAnErrorInJson() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.remove(5);

        assertThat(run(TestJournal.write(folder, lines), "--json")).isEqualTo(1);
        assertThat(lastLine())
                .contains("\"errors\":[{\"seq\":3,\"error\":\"seq is 3 where 2 is due\"}");
    }

    @Test
    void refusesNoFileTwoFilesAndUnknownOptions() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("--jsn")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage");
    }

    @Test
    void takesAFolderWithoutAManifestForAnIncompleteExport() {
        assertThat(run(folder)).isEqualTo(1);
        assertThat(printed()).contains("the export is not complete");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(run(folder.resolve("nothing"), "--json")).isEqualTo(2);
        assertThat(lastLine()).contains("\"verdict\":\"bad\"", "is not a file");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("empty"));

        assertThat(run(file)).isEqualTo(1);
        assertThat(printed()).contains("the file ends before the head is complete");
    }

    @Test
    void refusesAMissingHead() throws IOException {
        isBad(lines().subList(4, 8), "line 1 is not");
    }

    @Test
    void refusesAHeadThatEnds() throws IOException {
        isBad(lines().subList(0, 3), "ends before the head is complete");
    }

    @Test
    void refusesAnIncompleteHead() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.remove(2);

        isBad(lines, "the line \"key …\" is missing");
    }

    @Test
    void refusesABadCounterKeyOrCertificate() throws IOException {
        isBad(with(1, "counter 00"), "is not 32 hexadecimal digits");
        isBad(with(2, "key " + "zz".repeat(32)), "is not 64 hexadecimal digits");
        isBad(with(2, "key 01" + "00".repeat(31)), "not an Ed25519 public key");
        isBad(with(3, "certificate ??"), "the certificate is not base64");
    }

    @Test
    void refusesAHeadWithoutRecords() throws IOException {
        isBad(lines().subList(0, 4), "the journal has no record");
    }

    @Test
    void refusesBadBase64AndGoesOn() throws IOException {
        isBad(with(4 + 3, "record @@@@"), "error        seq 4: line 8 is not base64");
        assertThat(printed()).contains("records      8");
    }

    @Test
    void refusesBase64SpeltAnotherWay() throws IOException {
        isBad(with(11, lines().get(11).replace("=", "")), "is not canonical base64");
        isBad(with(11, lines().get(11) + "\r"), "is not base64");
    }

    @Test
    void refusesAnUnknownLine() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add(6, "note hello");

        isBad(lines, "error        seq 3: line 7 is not a record line");
        assertThat(printed().lines().filter(line -> line.startsWith("error"))).hasSize(1);
    }

    @Test
    void refusesARecordOfNothing() throws IOException {
        isBad(with(11, "record "), "record has 0 bytes");
    }

    @Test
    void refusesAFileCutAtAnyPlace() throws IOException {
        byte[] whole = Files.readAllBytes(TestJournal.write(folder, lines()));
        Path cut = folder.resolve("cut");
        int recordsStart = new String(whole, StandardCharsets.ISO_8859_1).indexOf("record ");
        for (int length = 0; length < whole.length; length += 7) {
            boolean atLineEnd = length > recordsStart && whole[length - 1] == '\n';
            Files.write(cut, Arrays.copyOf(whole, length));

            assertThat(run(cut)).isEqualTo(atLineEnd ? 0 : 1);
        }
    }

    @Test
    void refusesALineThatNeverEnds() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add("record " + "A".repeat(3_000_000));

        isBad(lines, "is longer than 65536 bytes");
    }

    @Test
    void neverFailsOnGarbage() throws IOException {
        Random random = new Random(20261122);
        byte[] good = Files.readAllBytes(TestJournal.write(folder, lines()));
        Path file = folder.resolve("garbage");
        for (int round = 0; round < 300; round++) {
            byte[] bytes = round % 3 == 0 ? new byte[random.nextInt(5_000)] : good.clone();
            if (round % 3 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] += (byte) (1 + random.nextInt(255));
            }
            Files.write(file, bytes);

            assertThat(run(file, "--json")).isEqualTo(1);
            assertThat(lastLine()).startsWith("{\"records\":").endsWith("}");
        }
    }

    @Test
    void keepsControlCharactersAwayFromTheScreen() throws IOException {
        TestJournal journal = new TestJournal().begin().open(SALE, 1).pay(SALE, "approved", 1);
        journal.command(SALE).dispense(SALE, "delivered", 1, "a\u001b[2J\"苹\n");

        assertThat(run(journal.write(folder), "--json")).isZero();
        assertThat(printed()).contains("a?[2J\"苹?").doesNotContain("\u001b");
        assertThat(lastLine()).contains("a\\u001b[2J\\\"\\u82f9\\u000a");
    }
}
