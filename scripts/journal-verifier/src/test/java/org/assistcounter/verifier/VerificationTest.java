package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assistcounter.verifier.Findings.Finding;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good journals pass with the right sums; each forgery is caught, and by its own error. */
class VerificationTest {

    private static final String FIRST = "0".repeat(25) + "A";
    private static final String SECOND = "0".repeat(25) + "B";
    private static final String THIRD = "0".repeat(25) + "C";
    private static final String FOURTH = "0".repeat(25) + "D";

    @TempDir Path folder = Path.of("");

    private static TestJournal good() {
        TestJournal journal = new TestJournal().begin().sell(FIRST, 1280);
        journal.open(SECOND, 500).request(SECOND, 500).pay(SECOND, "approved", 500);
        journal.command(SECOND).dispense(SECOND, "not-delivered", 500);
        journal.add(15, "sale", SECOND, "line", 1, "attempt", 1, "way", "card", "amount", 500);
        journal.refund(SECOND, "returned", 500).close(SECOND, "refunded", 500, 500, 0);
        journal.open(THIRD, 300).pay(THIRD, "approved", 300).command(THIRD);
        journal.dispense(THIRD, "unproven", 300).hold(THIRD, "unproven-delivery", 300);
        journal.close(THIRD, "case", 300, 0, 300);
        journal.open(FOURTH, 200).pay(FOURTH, "declined", 200).close(FOURTH, "unpaid", 0, 0, 0);
        return journal;
    }

    private Result verify(TestJournal journal) throws IOException {
        return Verification.of(journal.write(folder));
    }

    private Result verify(List<String> lines) throws IOException {
        return Verification.of(TestJournal.write(folder, lines));
    }

    private static List<String> errors(Result result) {
        return result.findings().kept().stream().map(Finding::error).toList();
    }

    private static List<SalesTable.Row> rows(Result result) throws IOException {
        List<SalesTable.Row> rows = new ArrayList<>();
        result.books().table().each(rows::add);
        return rows;
    }

    private static SalesTable.Row row(
            String day, long delivered, long amount, long refunded, long held) {
        var figures = new SalesTable.Figures(delivered, amount, refunded, held);
        return new SalesTable.Row(LocalDate.parse(day), "apple", figures);
    }

    private static List<Long> places(Result result) {
        return result.findings().kept().stream().map(Finding::seq).distinct().toList();
    }

    private void finds(TestJournal journal, String error) throws IOException {
        assertThat(errors(verify(journal))).singleElement().asString().contains(error);
    }

    private List<String> changed(int index, int offset) {
        TestJournal journal = good();
        byte[] record = journal.records.get(index);
        record[offset < 0 ? record.length + offset : offset] ^= 1;
        return journal.lines();
    }

    @Test
    void acceptsSalesDeliveredRefundedHeldAndUnpaid() throws IOException {
        Result result = verify(good());

        assertThat(errors(result)).isEmpty();
        assertThat(result.records()).isEqualTo(25);
        assertThat(result.openSales()).isZero();
        assertThat(result.totals()).isEqualTo(new Totals(2080, 500, 1, 1));
        assertThat(rows(result)).containsExactly(row("2026-11-22", 1, 1280, 500, 300));
    }

    @Test
    void countsSalesByTheDayInChina() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.wall = Instant.parse("2026-11-22T15:59:59.999Z").toEpochMilli();
        journal.sell(FIRST, 100);
        journal.wall++;
        journal.sell(SECOND, 100).sell(THIRD, 250);

        assertThat(rows(verify(journal)))
                .containsExactly(row("2026-11-22", 1, 100, 0, 0), row("2026-11-23", 2, 350, 0, 0));
    }

    @Test
    void acceptsAnOpenSaleAndAnUnknownType() throws IOException {
        TestJournal journal = new TestJournal().begin().open(FIRST, 100);
        journal.seal(200, CborWriter.encode(Map.of("anything", List.of(1))));

        assertThat(verify(journal).good()).isTrue();
        assertThat(verify(journal).openSales()).isEqualTo(1);
    }

    @Test
    void acceptsACaseOfAPaymentNotKnownHeldOrNot() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.open(FIRST, 100).pay(FIRST, "unknown", 100).hold(FIRST, "payment-not-known", 100);
        journal.close(FIRST, "case", 0, 0, 100);
        journal.open(SECOND, 100).hold(SECOND, "payment-not-known", 100);
        journal.close(SECOND, "case", 0, 0, 0);

        assertThat(errors(verify(journal))).isEmpty();
    }

    @Test
    void acceptsANewBootWithItsRecord() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.boot = 2;
        journal.add(2, "nonce", "f".repeat(32), "agent", "0.1.0", "clean", false).add(3);

        assertThat(errors(verify(journal))).isEmpty();
    }

    @Test
    void catchesAChangedByteInABody() throws IOException {
        Result result = verify(changed(2, Header.SIZE + 40));

        assertThat(errors(result))
                .contains(
                        "signature does not hold", "previous is not the hash of the record before");
        assertThat(places(result)).startsWith(3L, 4L);
    }

    @Test
    void catchesAChangedByteInAHeader() throws IOException {
        Result result = verify(changed(2, 80));

        assertThat(errors(result))
                .containsExactly(
                        "signature does not hold", "previous is not the hash of the record before");
        assertThat(places(result)).containsExactly(3L, 4L);
    }

    @Test
    void catchesAChangedByteInTheLastSignature() throws IOException {
        assertThat(errors(verify(changed(24, -1)))).containsExactly("signature does not hold");
    }

    @Test
    void catchesARecordRemoved() throws IOException {
        List<String> lines = good().lines();
        lines.remove(4 + 3);

        assertThat(errors(verify(lines)))
                .containsExactly(
                        "seq is 5 where 4 is due", "previous is not the hash of the record before");
    }

    @Test
    void catchesTwoRecordsSwapped() throws IOException {
        List<String> lines = good().lines();
        Collections.swap(lines, 4 + 2, 4 + 3);

        assertThat(errors(verify(lines)))
                .contains("seq is 4 where 3 is due", "seq is 3 where 5 is due")
                .contains("sale " + FIRST + " was not opened");
    }

    @Test
    void catchesARecordDuplicated() throws IOException {
        List<String> lines = good().lines();
        lines.add(4 + 4, lines.get(4 + 4));

        assertThat(errors(verify(lines)))
                .contains(
                        "seq is 5 where 6 is due",
                        "sale " + FIRST + ": a second payment of the sale is approved");
    }

    @Test
    void catchesARecordOfAnotherKey() throws IOException {
        TestJournal journal = new TestJournal().begin();
        Ed25519PrivateKeyParameters own = journal.key;
        journal.key = new Ed25519PrivateKeyParameters(HexFormat.of().parseHex("07".repeat(32)));
        journal.add(3);
        journal.key = own;

        assertThat(errors(verify(journal)))
                .hasSize(2)
                .contains("signature does not hold")
                .anyMatch(error -> error.matches("key .* is not that of the export"));
    }

    @Test
    void catchesTotalsThatTheFactsDoNotMake() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.charged = 1;

        finds(journal.add(3).add(3), "totals are charged 1");
    }

    @Test
    void catchesTotalsThatGrowWithAnUnknownType() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.sales = 1;

        finds(journal.add(99), "sales 1; the facts make");
    }

    @Test
    void catchesAnotherCertificate() throws IOException {
        TestJournal journal = good();
        journal.certificate = new byte[] {1, 2, 4};

        finds(journal, "previous is not the genesis hash");
    }

    @Test
    void catchesATruncatedLastRecord() throws IOException {
        TestJournal journal = good();
        byte[] last = journal.records.removeLast();
        journal.records.add(Arrays.copyOf(last, last.length - 5));

        finds(journal, "its header says");
        assertThat(places(verify(journal))).containsExactly(25L);
    }

    @Test
    void catchesAChangedCounter() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.counter = new byte[16];
        List<String> lines = new ArrayList<>(journal.add(3).lines());
        lines.set(1, new TestJournal().lines().get(1));

        assertThat(errors(verify(lines)))
                .containsExactly("counter is " + "0".repeat(32) + ", not that of the export");
    }

    @Test
    void catchesBodiesThatAreNotDeterministic() throws IOException {
        TestJournal journal = new TestJournal().begin();

        finds(journal.seal(3, HexFormat.of().parseHex("a161761801")), "not deterministic CBOR");
    }

    @Test
    void catchesBodiesThatAreNotDeterministicInAnUnknownType() throws IOException {
        TestJournal journal = new TestJournal().begin();

        finds(journal.seal(99, HexFormat.of().parseHex("bfff")), "indefinite");
    }

    @Test
    void catchesABootThatGoesBackOrChangesWithoutItsRecord() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.boot = 3;
        finds(journal.add(3), "boot changes with a record of type 3");
        journal.boot = 2;

        journal.add(2, "nonce", "f".repeat(32), "agent", "0.1.0", "clean", true);

        assertThat(errors(verify(journal))).hasSize(2).contains("boot goes back from 3 to 2");
    }

    @Test
    void catchesAJournalThatBeginsInALaterEpoch() throws IOException {
        TestJournal journal = new TestJournal();
        journal.epoch = 2;

        assertThat(errors(verify(journal.begin()))).contains("the first record is of epoch 2");
    }

    @Test
    void catchesAJournalThatBeginsLater() throws IOException {
        TestJournal journal = new TestJournal();
        journal.seq = 2;

        finds(journal.begin(), "seq is 2 where 1 is due");
    }

    @Test
    void catchesAFirstRecordThatStartsNothing() throws IOException {
        finds(new TestJournal().add(3), "first record is of type 3");
    }

    @Test
    void catchesFlagsAndAnUnknownClockQuality() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.flags = 1;
        finds(journal.add(3), "flags are 1");
        journal.flags = 0;
        journal.quality = 4;

        assertThat(errors(verify(journal.add(3)))).contains("clock quality 4 does not exist");
    }

    @Test
    void listsAThousandErrorsAndCountsTheRest() throws IOException {
        TestJournal journal = new TestJournal().begin();
        journal.flags = 1;
        for (int count = 0; count < 1_100; count++) {
            journal.add(3);
        }

        Result result = verify(journal);

        assertThat(result.findings().kept()).hasSize(1_000);
        assertThat(result.findings().rest()).isEqualTo(100);
    }
}
