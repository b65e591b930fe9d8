package org.assistcounter.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assistcounter.protocol.PageExamples;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

/** SYNC.md shows each message in its exact bytes; the code makes and reads the same. */
class SyncPageTest {
    private static final PageExamples EXAMPLES = new PageExamples(Path.of("SYNC.md"));
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final Hash HASH = new Hash(filled(Hash.LENGTH, 7));
    private static final Ed25519 KEY = new Ed25519(filled(Ed25519.KEY_LENGTH, 1));
    private static final String ORIGIN = "fleet.example";

    @Test
    void showsAHello() throws Exception {
        Hello hello = new Hello(1, 2, 3, HASH, 0, "1.0");

        EXAMPLES.assertShown("hello", hello.encode());
        assertThat(Hello.decode(EXAMPLES.shown("hello"))).isEqualTo(hello);
    }

    @Test
    void showsABatch() throws Exception {
        List<byte[]> records = List.of(new byte[] {1, 2}, new byte[] {3});

        EXAMPLES.assertShown("journal", new JournalBatch(records).encode());
        assertThat(JournalBatch.decode(EXAMPLES.shown("journal")).records())
                .asInstanceOf(InstanceOfAssertFactories.list(byte[].class))
                .containsExactlyElementsOf(records);
    }

    @Test
    void showsBothAnswers() throws Exception {
        EXAMPLES.assertShown("resume", SyncAnswer.encode(new SyncAnswer.Resume(4)));
        EXAMPLES.assertShown("wait", SyncAnswer.encode(new SyncAnswer.Wait(90_000)));

        assertThat(SyncAnswer.decode(EXAMPLES.shown("resume"))).isEqualTo(new SyncAnswer.Resume(4));
        assertThat(SyncAnswer.decode(HexFormat.of().parseHex("a261760166726573756d6504")))
                .as("an older fleet says no spread")
                .isEqualTo(new SyncAnswer.Resume(4, SyncAnswer.SPREAD_UNSAID_MILLIS));
        assertThat(SyncAnswer.decode(EXAMPLES.shown("wait")))
                .isEqualTo(new SyncAnswer.Wait(90_000));
    }

    @Test
    void showsARefusal() throws Exception {
        Refusal refusal = new Refusal("fork", 3, HASH, "another record 3 is known");

        EXAMPLES.assertShown("refusal", refusal.sign(COUNTER, KEY));
        assertThat(
                        Refusal.open(
                                EXAMPLES.shown("refusal"),
                                COUNTER,
                                KEY.publicKey(),
                                Ed25519::holds))
                .isEqualTo(refusal);
    }

    @Test
    void showsACheckpoint() throws Exception {
        Checkpoint checkpoint =
                new Checkpoint(ORIGIN, COUNTER, 1, 3, HASH, Instant.parse("2026-12-01T08:00:00Z"));
        String note = CheckpointNote.sign(checkpoint, KEY);

        assertThat(EXAMPLES.block("note")).isEqualTo(note);
        assertThat(CheckpointNote.open(EXAMPLES.block("note"), ORIGIN, KEY.publicKey()))
                .isEqualTo(checkpoint);
    }

    @Test
    void showsTheKeyOfTheExamples() throws Exception {
        EXAMPLES.assertShown("key", KEY.publicKey());
    }

    @Test
    void readsNeitherAnEmptyAnswerNorOneThatSaysTwoThings() throws MalformedCborException {
        for (String hex :
                List.of(
                        "a1617601",
                        "a361760164776169740a66726573756d6504",
                        "a26176016477616974386f",
                        "a361760166726573756d6504667370726561641a000927c1",
                        "a261760164776169741a000927c1")) {
            assertThat(refusedWords(hex)).isNotEmpty();
        }
        assertThat(SyncAnswer.decode(HexFormat.of().parseHex("a261760164776169741a000927c0")))
                .isEqualTo(new SyncAnswer.Wait(SyncAnswer.WAIT_MAX_MILLIS));
    }

    private static String refusedWords(String hex) {
        try {
            return "read as " + SyncAnswer.decode(HexFormat.of().parseHex(hex));
        } catch (MalformedCborException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
