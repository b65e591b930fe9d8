package org.assistcounter.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

/** SYNC.md shows each message in its exact bytes; the code makes and reads the same. */
class SyncPageTest {
    private static final Path PAGE = Path.of("SYNC.md");
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final Hash HASH = new Hash(filled(Hash.LENGTH, 7));
    private static final Ed25519 KEY = new Ed25519(filled(Ed25519.KEY_LENGTH, 1));
    private static final String ORIGIN = "fleet.example";
    private static final int COLUMNS = 64;

    @Test
    void showsAHello() throws Exception {
        Hello hello = new Hello(1, 2, 3, HASH, 0, "1.0");

        assertShown("hello", hello.encode());
        assertThat(Hello.decode(shown("hello"))).isEqualTo(hello);
    }

    @Test
    void showsABatch() throws Exception {
        List<byte[]> records = List.of(new byte[] {1, 2}, new byte[] {3});

        assertShown("journal", new JournalBatch(records).encode());
        assertThat(JournalBatch.decode(shown("journal")).records())
                .asInstanceOf(InstanceOfAssertFactories.list(byte[].class))
                .containsExactlyElementsOf(records);
    }

    @Test
    void showsBothAnswers() throws Exception {
        assertShown("resume", SyncAnswer.encode(new SyncAnswer.Resume(4)));
        assertShown("wait", SyncAnswer.encode(new SyncAnswer.Wait(90_000)));

        assertThat(SyncAnswer.decode(shown("resume"))).isEqualTo(new SyncAnswer.Resume(4));
        assertThat(SyncAnswer.decode(shown("wait"))).isEqualTo(new SyncAnswer.Wait(90_000));
    }

    @Test
    void showsARefusal() throws Exception {
        Refusal refusal = new Refusal("fork", 3, HASH, "another record 3 is known");

        assertShown("refusal", refusal.sign(COUNTER, KEY));
        assertThat(Refusal.open(shown("refusal"), COUNTER, KEY.publicKey(), Ed25519::holds))
                .isEqualTo(refusal);
    }

    @Test
    void showsACheckpoint() throws Exception {
        Checkpoint checkpoint =
                new Checkpoint(ORIGIN, COUNTER, 1, 3, HASH, Instant.parse("2026-12-01T08:00:00Z"));
        String note = CheckpointNote.sign(checkpoint, KEY);

        assertThat(block("note")).isEqualTo(note);
        assertThat(CheckpointNote.open(block("note"), ORIGIN, KEY.publicKey()))
                .isEqualTo(checkpoint);
    }

    @Test
    void showsTheKeyOfTheExamples() throws Exception {
        assertShown("key", KEY.publicKey());
    }

    @Test
    void readsNeitherAnEmptyAnswerNorOneThatSaysTwoThings() throws MalformedCborException {
        for (String hex :
                List.of(
                        "a1617601",
                        "a361760164776169740a66726573756d6504",
                        "a26176016477616974386f",
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

    private static void assertShown(String name, byte[] bytes) throws IOException {
        String hex = HexFormat.of().formatHex(bytes).replaceAll("(.{" + COLUMNS + "})", "$1\n");
        assertThat(block(name).strip()).as(name).isEqualTo(hex.strip());
    }

    private static byte[] shown(String name) throws IOException {
        return HexFormat.of().parseHex(block(name).replace("\n", ""));
    }

    private static String block(String name) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        Matcher block =
                Pattern.compile("```text " + name + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        return block.find() ? block.group(1) : "";
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
