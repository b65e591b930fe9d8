package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assistcounter.endtoend.OfflineVerifier.Answer;
import org.assistcounter.scripts.launcher.Ledger;
import org.assistcounter.scripts.launcher.Shopper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The journal as the dashboard hands it out, judged by the offline verifier in a process of its
 * own: good as it is, with the sums of the ledger; refused after any change.
 */
@Tag("slow")
@Order(3)
@ExtendWith(WholeChain.class)
class ExportedJournalTest {
    private static final int HEAD_LINES = 4;
    private static final int CERTIFICATE_LINE = 3;
    private static final String RECORD = "record ";
    private static final int HEADER_BYTES = 135;
    private static final int SIGNATURE_BYTES = 64;
    private static final int WALL_OFFSET = 85;
    private static final int CHARGED_OFFSET = 98;
    private static final int BAD = 1;
    private static List<String> export = List.of();

    private final WholeChain.Running chain;
    @TempDir Path folder = Path.of("");

    ExportedJournalTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void sellAndExport(WholeChain.Running chain) throws IOException, InterruptedException {
        chain.awaitSelling();
        try (Shopper shopper = chain.shopper()) {
            shopper.buyByCard(22, chain.bench());
            shopper.buyByWallet(23, chain.fleet());
        }
        chain.expectBooksToAgree();
        export = List.of(exported(chain).split("(?<=\n)"));
    }

    @Test
    void isGoodAndHasTheSumsOfTheLedger() throws IOException, InterruptedException {
        Answer answer = verify(export);

        assertThat(answer.exitCode()).as(answer.json().toString()).isZero();
        assertThat(answer.json().path("verdict").asString()).isEqualTo("good");
        long amount = 0;
        long pieces = 0;
        for (JsonNode row : answer.json().path("byProductAndDay")) {
            amount += row.path("amountMinor").asLong();
            pieces += row.path("delivered").asLong();
        }
        Ledger ledger = chain.fleet().ledger();
        assertThat(amount).isPositive().isEqualTo(-ledger.fen("sales"));
        assertThat(pieces).isPositive().isEqualTo(ledger.piecesInAll("sold"));
        assertThat(answer.json().at("/totals/dispensed").asLong()).isEqualTo(pieces);
    }

    @Test
    void theExportForAnAuditorIsGoodAndACopyWithAChangeIsNot()
            throws IOException, InterruptedException {
        Path archive = folder.resolve("evidence.tar");
        Files.write(archive, fetched(chain, "/evidence/export"));

        Answer answer = verify(archive);
        assertThat(answer.exitCode()).as(answer.json().toString()).isZero();
        Ledger ledger = chain.fleet().ledger();
        assertThat(answer.json().at("/totals/dispensed").asLong())
                .isPositive()
                .isEqualTo(ledger.piecesInAll("sold"));
        assertThat(answer.json().path("treeSize").asLong()).isPositive();
        byte[] changed = Files.readAllBytes(archive);
        changed[changed.length / 2] ^= 1;
        Files.write(archive, changed);
        assertThat(verify(archive).exitCode()).isEqualTo(BAD);
        Files.write(archive, Arrays.copyOf(changed, changed.length - 4096));
        assertThat(verify(archive).exitCode()).isEqualTo(BAD);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("a byte of a header", lines -> flipped(lines, WALL_OFFSET)),
                change("a byte of a body", lines -> flipped(lines, HEADER_BYTES + 3)),
                change("a byte of a signature", lines -> flipped(lines, -SIGNATURE_BYTES / 2)),
                change("a running total", lines -> flipped(lines, CHARGED_OFFSET)),
                change("a dropped record", ExportedJournalTest::dropped),
                change("two swapped records", ExportedJournalTest::swapped),
                change("a record twice", ExportedJournalTest::doubled),
                change("another certificate", ExportedJournalTest::otherCertificate),
                change("a file that ends too early", ExportedJournalTest::truncated),
                change("a line that is cut", ExportedJournalTest::cut));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void refusesAChangedCopy(String what, UnaryOperator<List<String>> change)
            throws IOException, InterruptedException {
        List<String> changed = change.apply(export);

        assertThat(changed).as(what).isNotEqualTo(export);
        Answer answer = verify(changed);
        assertThat(answer.exitCode()).as(what).isEqualTo(BAD);
        assertThat(answer.json().path("verdict").asString()).isEqualTo("bad");
        assertThat(answer.json().path("errors")).isNotEmpty();
    }

    private static Arguments change(String what, UnaryOperator<List<String>> change) {
        return Arguments.of(what, change);
    }

    /** A record from the middle: what is before and after it is as it was. */
    private static int middle(List<String> lines) {
        return HEAD_LINES + (lines.size() - HEAD_LINES) / 2;
    }

    private static List<String> with(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }

    /** One bit; a negative offset counts from the end. */
    private static List<String> flipped(List<String> lines, int offset) {
        int index = middle(lines);
        byte[] record =
                Base64.getDecoder().decode(lines.get(index).substring(RECORD.length()).strip());
        record[Math.floorMod(offset, record.length)] ^= 1;
        return with(lines, index, RECORD + Base64.getEncoder().encodeToString(record) + "\n");
    }

    private static List<String> dropped(List<String> lines) {
        List<String> changed = new ArrayList<>(lines);
        changed.remove(middle(lines));
        return changed;
    }

    private static List<String> swapped(List<String> lines) {
        List<String> changed = new ArrayList<>(lines);
        Collections.swap(changed, middle(lines), middle(lines) + 1);
        return changed;
    }

    private static List<String> doubled(List<String> lines) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(middle(lines), lines.get(middle(lines)));
        return changed;
    }

    private static List<String> otherCertificate(List<String> lines) {
        String[] words = lines.get(CERTIFICATE_LINE).strip().split(" ", 2);
        byte[] certificate = Base64.getDecoder().decode(words[1]);
        certificate[certificate.length / 2] ^= 1;
        String other = Base64.getEncoder().encodeToString(certificate);
        return with(lines, CERTIFICATE_LINE, words[0] + " " + other + "\n");
    }

    private static List<String> truncated(List<String> lines) {
        String last = lines.getLast();
        return with(lines, lines.size() - 1, last.substring(0, last.length() / 2));
    }

    private static List<String> cut(List<String> lines) {
        String line = lines.get(middle(lines));
        return with(lines, middle(lines), line.substring(0, line.length() - 9) + "\n");
    }

    private static String exported(WholeChain.Running chain)
            throws IOException, InterruptedException {
        byte[] file = fetched(chain, "/counters/XA-0001/journal");
        return new String(file, StandardCharsets.US_ASCII);
    }

    private static byte[] fetched(WholeChain.Running chain, String path)
            throws IOException, InterruptedException {
        try (DashboardVisitor visitor = new DashboardVisitor(chain)) {
            return visitor.fetch(path);
        }
    }

    private Answer verify(List<String> lines) throws IOException, InterruptedException {
        Path file = folder.resolve("journal.txt");
        Files.writeString(file, String.join("", lines), StandardCharsets.US_ASCII);
        return verify(file);
    }

    private static Answer verify(Path file) throws IOException, InterruptedException {
        return OfflineVerifier.verify(file);
    }
}
