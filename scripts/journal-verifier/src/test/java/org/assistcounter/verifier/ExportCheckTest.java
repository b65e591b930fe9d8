package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports for an auditor, and what each way to spoil one is called. */
class ExportCheckTest {
    private static final String FIRST = "01D2PF2DBSQQZXQ5TK1V58CGGH";
    private static final String SECOND = "01D2PF2DBSQQZXQ5TK1V58CGGJ";
    private static final String COUNTER = "000102030405060708090a0b0c0d0e0f";
    private static final String OTHER = "010102030405060708090a0b0c0d0e0f";
    private static final String RECORDS = "counters/" + COUNTER + "/00000000000000000001.records";

    @TempDir Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static TestJournal journal(int number) {
        return TestExport.journal(number).sell(FIRST, 1280).sell(SECOND, 500);
    }

    private static TestExport two() {
        return new TestExport(journal(0), journal(1)).make();
    }

    private String run(TestExport export, int expected, String... options) throws IOException {
        Path path = export.write(Files.createTempDirectory(folder, "export"));
        List<String> words =
                Stream.concat(Stream.of(path.toString(), "--json"), Stream.of(options)).toList();
        out.reset();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = VerifyJournal.run(words, print, System.err);
        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(printed).isEqualTo(expected);
        return printed;
    }

    private void finds(TestExport export, String... words) throws IOException {
        assertThat(run(export, 1)).contains(words);
    }

    private static byte[] changed(byte[] file) {
        byte[] changed = file.clone();
        changed[changed.length - 2] ^= 1;
        return changed;
    }

    @Test
    void aGoodExportIsGoodAndItsFiguresAreTold() throws IOException {
        String printed = run(two().seal(), 0);

        assertThat(printed)
                .contains(
                        "\"records\":28,\"verdict\":\"good\",\"errors\":[]",
                        "\"totals\":{\"chargedMinor\":3560,\"refundedMinor\":0,\"heldMinor\":0,"
                                + "\"dispensed\":4,\"sales\":4}",
                        "\"signatures\":4,\"signatureDebt\":24",
                        "\"product\":\"apple\",\"delivered\":4,\"amountMinor\":3560",
                        "\"counter\":\"" + OTHER + "\",\"firstSeq\":1,\"lastSeq\":14",
                        "\"witness\":\"witness.example.org\",\"treeSize\":4");
        assertThat(run(two().seal(), 0, "--all-signatures"))
                .contains("\"signatures\":28,\"signatureDebt\":0");
    }

    @Test
    void anExtractIsAnchoredInTheLog() throws IOException {
        TestExport export = new TestExport(journal(0), journal(1));
        export.extract = true;

        assertThat(run(export.make().seal(), 0)).contains("\"records\":24", "\"sales\":4}");
    }

    @Test
    void aSaleThatBeganBeforeAnExtractIsCountedAndNotBlamed() throws IOException {
        TestJournal journal = new TestJournal();
        journal.add(2, "nonce", "0".repeat(32), "agent", "1", "clean", true);
        journal.open(FIRST, 100).request(FIRST, 100).pay(FIRST, "approved", 100);
        journal.command(FIRST)
                .dispense(FIRST, "delivered", 100)
                .close(FIRST, "delivered", 100, 0, 0);
        TestExport export = new TestExport(journal);
        export.extract = true;

        assertThat(run(export.make().seal(), 0)).contains("\"salesBegunBefore\":1");
    }

    @Test
    void aChangedByteIsFoundByTheManifestTheChainAndTheSignature() throws IOException {
        TestExport export = two().seal();
        export.file(RECORDS)[150] ^= 1;

        finds(
                export,
                "the records' bytes have another SHA-256 than the manifest says",
                "previous is not the hash of the record before");
        // The other counter is still checked.
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"counter\":\"" + OTHER + "\",\"firstSeq\":1,\"lastSeq\":14");
    }

    @Test
    void aChangedFileIsFound() throws IOException {
        TestExport export = two().seal();
        String name = "counters/" + COUNTER + "/counter.txt";
        export.files.put(name, changed(export.file(name)));

        finds(export, name + " has another SHA-256 than the manifest says");
    }

    @Test
    void aTruncatedFileIsFound() throws IOException {
        TestExport export = two().seal();
        byte[] whole = export.file(RECORDS);
        export.files.put(RECORDS, Arrays.copyOf(whole, whole.length - 10));

        finds(export, "the file ends within a record", "the manifest names 14 records");
    }

    @Test
    void recordsOutOfOrderAreFound() throws IOException {
        TestJournal journal = journal(0);
        TestExport export = new TestExport(journal);
        byte[] third = journal.records.get(2);
        journal.records.set(2, journal.records.get(3));
        journal.records.set(3, third);

        finds(export.make().seal(), "seq is 4 where 3 is due");
    }

    @Test
    void aForkedJournalIsFoundByTheLog() throws IOException {
        TestJournal logged = journal(0);
        TestExport export = new TestExport(logged);
        TestJournal shown = TestExport.journal(0).sell(FIRST, 1280).sell(SECOND, 400);
        for (int i = 0; i < logged.records.size(); i++) {
            logged.records.set(i, shown.records.get(i));
        }

        finds(export.make().seal(), "forked or cut journal: the log has record 14");
    }

    @Test
    void aJournalWithoutItsEndIsFoundByTheLog() throws IOException {
        TestJournal journal = journal(0);
        TestExport export = new TestExport(journal);
        journal.records.removeLast();

        finds(export.make().seal(), "the leaf of the log is of record 14");
    }

    @Test
    void wrongTotalsAreFound() throws IOException {
        TestJournal journal = TestExport.journal(0).sell(FIRST, 1280);
        journal.charged += 5;
        journal.add(3);

        finds(new TestExport(journal).make().seal(), "totals are charged 1285");
    }

    @Test
    void aWrongKeyOfAJournalIsFound() throws IOException {
        TestJournal journal = journal(0);
        TestExport export = new TestExport(journal);
        journal.key = TestExport.key(77);

        finds(export.make().seal(), "is not that of the export", "signature does not hold");
    }

    @Test
    void wrongKeysOfTheFleetAreFound() throws IOException {
        String other = TestExport.keyText(TestExport.LOG, 1, TestExport.key(9));
        assertThat(run(two().seal(), 1, "--log-key", other))
                .contains("wrong key: the export names another log key", "not signed by the log");
        assertThat(run(two().seal(), 1, "--checkpoint-key", "00".repeat(32)))
                .contains("wrong key: the export names another checkpoint key");
        String stranger = TestExport.keyText("w2", 4, TestExport.key(9));
        assertThat(run(two().seal(), 1, "--witness-key", stranger))
                .contains("no tree head is cosigned by the witness w2");
    }

    @Test
    void aMissingCounterAndAMissingFileAreFound() throws IOException {
        TestExport export = two().seal();
        export.files.keySet().removeIf(name -> name.startsWith("counters/" + OTHER));

        finds(export, "missing counter " + OTHER);
    }

    @Test
    void aCounterThatTheManifestDoesNotNameIsFound() throws IOException {
        TestExport one = new TestExport(journal(0)).make().seal();
        two().files.forEach(one.files::putIfAbsent);

        finds(one, "the manifest does not name this counter", "is not in the manifest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counters/readme.txt",
                "counters/1.records",
                "counters/" + COUNTER + "/notes.txt",
                "counters/" + COUNTER + "/1.records",
                "counters/" + COUNTER + "/more/00000000000000000001.records",
                "counters/" + COUNTER + "0/more/counter.txt",
                "log/notes/1.txt",
                "log/77.proof",
                "readme.txt"
            })
    void aFileThatNobodyAsksForIsFoundWhetherTheManifestNamesItOrNot(String name)
            throws IOException {
        for (boolean isNamed : new boolean[] {true, false}) {
            TestExport export = isNamed ? two() : two().seal();
            export.files.put(name, new byte[] {1});

            finds(isNamed ? export.seal() : export, name + " has no place in an export");
        }
    }

    @Test
    void anEmptyFolderAndALinkAreFound() throws IOException {
        Path export = two().seal().write(Files.createTempDirectory(folder, "export"));
        Files.createDirectories(export.resolve("counters/empty"));
        Files.createSymbolicLink(export.resolve("log/elsewhere"), folder);
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(VerifyJournal.run(List.of(export.toString()), print, System.err)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "counters/empty has no place in an export",
                        "log/elsewhere has no place in an export");
    }

    @Test
    void anExportWithoutItsManifestIsNotComplete() throws IOException {
        finds(two(), "the export is not complete: manifest.txt is missing");
        TestExport cut = two().seal();
        byte[] manifest = cut.file("manifest.txt");
        cut.files.put("manifest.txt", Arrays.copyOf(manifest, manifest.length - 9));
        finds(cut, "does not end with");
    }

    @Test
    void aForkedLogIsFound() throws IOException {
        TestExport export = two();
        export.treeHead(3, List.of("00".repeat(32), "11".repeat(32), "22".repeat(32)));

        finds(export.seal(), "forked log: the tree head of size 4 does not continue");
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException {
        Path file = folder.resolve("tar");
        byte[] bytes = new byte[2048];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, bytes, 257, 5);
        bytes[0] = 'x';
        Files.write(file, bytes);
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(VerifyJournal.run(List.of(file.toString()), print, System.err)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("not a tar archive");
    }
}
