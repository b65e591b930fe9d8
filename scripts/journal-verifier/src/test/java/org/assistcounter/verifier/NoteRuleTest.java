package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 10: the fleet's checkpoints that a journal carries. */
class NoteRuleTest {
    private static final String SALE = "01D2PF2DBSQQZXQ5TK1V58CGGH";
    private static final Ed25519PrivateKeyParameters FLEET = TestExport.key(2);
    private static final String FORGED =
            "the checkpoint in it: not signed by the fleet's checkpoint key";

    @TempDir Path folder = Path.of("");

    private final TestJournal journal = TestExport.journal(0);

    private static String hex(Ed25519PrivateKeyParameters key) {
        return HexFormat.of().formatHex(key.generatePublicKey().getEncoded());
    }

    private List<String> errorsOfJournal() throws IOException {
        var trusted = new TrustedKeys(null, hex(FLEET), List.of());
        Result result = Verification.of(journal.write(folder), trusted);
        return errors(result.findings());
    }

    private static List<String> errors(Findings findings) {
        return findings.kept().stream().map(f -> f.seq() + " " + f.error()).toList();
    }

    private List<String> errorsOfExport() throws Exception {
        return errorsOfExport(new TestExport(journal));
    }

    private List<String> errorsOfExport(TestExport export) throws Exception {
        Path path = export.make().seal().write(folder.resolve("export"));
        return errors(ExportCheck.of(Archive.at(path), TrustedKeys.none(), false).findings());
    }

    private String signed(Ed25519PrivateKeyParameters key, int seq) {
        byte[] hash = Hashes.ofRecord(journal.records.get(seq - 1));
        return TestExport.checkpoint(key, journal.counter, seq, hash, 1);
    }

    private void beatUntil(int seq) {
        while (journal.seq <= seq) {
            journal.add(3);
        }
    }

    @Test
    void acceptsCheckpointsOfRecordsBefore() throws Exception {
        journal.see(journal.checkpoint()).sell(SALE, 100).see(signed(FLEET, 3));

        assertThat(errorsOfJournal()).isEmpty();
        assertThat(errorsOfExport()).isEmpty();
    }

    @Test
    void findsAForgedCheckpointInAJournalAndInAnExport() throws Exception {
        journal.see(signed(TestExport.key(9), 2));

        assertThat(errorsOfJournal()).containsExactly("3 " + FORGED);
        assertThat(errorsOfExport()).containsExactly("3 " + FORGED);
    }

    @Test
    void findsAChangedCheckpoint() throws Exception {
        journal.see(journal.checkpoint().replace("03:00", "04:00"));

        assertThat(errorsOfJournal()).containsExactly("3 " + FORGED);
    }

    @Test
    void findsACheckpointOfAnotherCounter() throws Exception {
        journal.see(TestExport.journal(1).checkpoint());

        assertThat(errorsOfJournal())
                .containsExactly("3 the checkpoint in it: it is not of this counter");
    }

    @Test
    void findsWhatIsNoCheckpoint() throws Exception {
        journal.see("seen");

        assertThat(errorsOfExport())
                .containsExactly(
                        "3 the checkpoint in it: a note is a text, an empty line and signatures");
    }

    @Test
    void findsACheckpointThatTheFleetSignedOfAnotherBranch() throws Exception {
        TestJournal other = TestExport.journal(0).add(3);
        journal.open(SALE, 100).see(other.checkpoint());

        assertThat(errorsOfJournal())
                .containsExactly("4 the checkpoint in it: it names another record 3 than is here");
    }

    @Test
    void findsACheckpointOfWhatIsNotWrittenYet() throws Exception {
        byte[] hash = new byte[32];
        journal.see(TestExport.checkpoint(FLEET, journal.counter, 3, hash, 1));

        assertThat(errorsOfJournal())
                .containsExactly("3 the checkpoint in it: it is of no record before it");
    }

    @Test
    void looksUpARecordThatIsFarBack() throws Exception {
        TestJournal other = TestExport.journal(0).add(3);
        journal.open(SALE, 100);
        beatUntil(5_000);
        journal.see(signed(FLEET, 3)).see(other.checkpoint());

        String far = "5002 the checkpoint in it: it names another record 3 than is here";
        assertThat(errorsOfExport()).containsExactly(far);
        assertThat(errorsOfJournal()).containsExactly(far);
    }

    @Test
    void anExtractIsNotAskedForRecordsBeforeIt() throws Exception {
        journal.sell(SALE, 100).see(signed(FLEET, 2)).see(signed(FLEET, 1));
        TestExport export = new TestExport(journal);
        export.extract = true;

        assertThat(errorsOfExport(export)).isEmpty();
    }

    @Test
    void anEpochBeginsWithACheckpointThatTheFleetSigned() throws Exception {
        journal.rekey();
        String note =
                TestExport.checkpoint(
                        TestExport.key(9), journal.counter, journal.seq - 1, journal.previous, 1);
        byte[] der = new byte[32];
        der[0] = 2;
        journal.add(5, "note", note, "certificate", Hashes.sha256(der), "agent", "0.1.0");

        assertThat(errorsOfJournal()).containsExactly("3 " + FORGED);
    }

    @Test
    void saysWhetherSignaturesWereLookedAt() throws IOException {
        journal.see(signed(TestExport.key(9), 2));

        assertThat(run()).contains("\"checkpoints\":1,\"checkpointKeyGiven\":false");
        assertThat(run("--checkpoint-key", hex(TestExport.key(9))))
                .contains("\"verdict\":\"good\"", "\"checkpoints\":1,\"checkpointKeyGiven\":true");
        assertThat(run("--checkpoint-key", "none"))
                .contains("the checkpoint key is not 64 hexadecimal digits");
    }

    private String run(String... options) throws IOException {
        Path path = journal.write(folder);
        var out = new ByteArrayOutputStream();
        VerifyJournal.run(
                Stream.concat(Stream.of(path.toString(), "--json"), Stream.of(options)).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        return out.toString(StandardCharsets.UTF_8);
    }
}
