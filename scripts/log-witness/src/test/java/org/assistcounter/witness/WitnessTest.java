package org.assistcounter.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.Cosignature;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.SignedNote;
import org.assistcounter.protocol.transparency.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a log over HTTP: honest, lying, and with the witness killed in between. */
class WitnessTest {
    private static final String NAME = "witness.example.org";

    @TempDir Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private ShownLog log;

    WitnessTest() throws IOException {
        log = new ShownLog();
    }

    @BeforeEach
    void begin() {
        log.shows("a", "b", "c");
    }

    @AfterEach
    void end() {
        log.close();
    }

    private int round() {
        return round(ShownLog.NOTE_KEY);
    }

    private int round(NoteKey key) {
        out.reset();
        err.reset();
        List<String> words = new ArrayList<>(List.of("--once", "--json", "--name", NAME, "--data"));
        words.add(folder.toString());
        words.addAll(List.of("--log", log.address().toString(), "--log-key", key.text()));
        return Witness.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private NoteKey ownKey() {
        String line = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        return NoteKey.parse(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void cosignsALogThatGoesOn() throws MalformedNoteException {
        assertThat(round()).isZero();
        log.shows("a", "b", "c", "d", "e", "f", "g");
        assertThat(round()).isZero();

        assertThat(log.posted).hasSize(2);
        SignedNote note = SignedNote.parse(log.posted.getLast());
        assertThat(TreeHead.read(note.text()).size()).isEqualTo(7);
        assertThat(Cosignature.check(note.lines().getFirst(), note.text(), ownKey())).isNotNull();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("{\"outcome\":\"cosigned\",\"treeSize\":7}\n");
    }

    @Test
    void findsAServerThatShowsTwoLogs() throws IOException {
        assertThat(round()).isZero();
        log.shows("a", "x", "c", "d");

        assertThat(round()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("FORK FOUND");
        assertThat(Files.readString(folder.resolve("FORK.txt")))
                .contains("seen before:\nfleet.example.org/log\n3\n")
                .contains("shown then:\nfleet.example.org/log\n4\n");
        assertThat(log.posted).hasSize(1);
    }

    @Test
    void findsTwoRootsOfOneSize() {
        assertThat(round()).isZero();
        log.shows("a", "b", "x");

        assertThat(round()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("two different logs of 3");
    }

    @Test
    void findsALogThatWasRewound() {
        assertThat(round()).isZero();
        log.shows("a", "b");

        assertThat(round()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("shrunk from 3 to 2");
    }

    @Test
    void cosignsNothingAfterAForkUntilAPersonHasLooked() throws IOException {
        round();
        log.shows("x");
        round();
        log.shows("a", "b", "c", "d");

        assertThat(round()).isEqualTo(1);
        Files.delete(folder.resolve("FORK.txt"));
        assertThat(round()).isZero();
    }

    @Test
    void killedBetweenMemoryAndAnswerCosignsThatHeadAndNoOther() {
        log.answerToPost = 503;
        assertThat(round()).isEqualTo(2);
        log.answerToPost = 204;

        assertThat(round()).isZero();
        assertThat(log.posted).hasSize(1);
        log.shows("a", "b", "x");
        assertThat(round()).isEqualTo(1);
        assertThat(log.posted).hasSize(1);
    }

    @Test
    void aProcessKilledWhileItsAnswerIsUnderWayDoesNotContradictItself() throws Exception {
        log.holdPosts = true;
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.addAll(List.of(Witness.class.getName(), "--once", "--name", NAME, "--data"));
        words.add(folder.toString());
        words.addAll(List.of("--log", log.address().toString()));
        words.addAll(List.of("--log-key", ShownLog.NOTE_KEY.text()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        assertThat(log.postCame.await(20, TimeUnit.SECONDS)).isTrue();
        process.destroyForcibly().waitFor();
        log.holdPosts = false;
        log.shows("a", "b", "x");

        assertThat(round()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("two different logs of 3");
    }

    @Test
    void doesNotBelieveAnotherKeyThanTheOneGiven() {
        byte[] other = new byte[32];
        other[5] = 3;

        assertThat(round(NoteKey.ofNotes(ShownLog.ORIGIN, other))).isEqualTo(2);
        assertThat(log.posted).isEmpty();
    }

    @Test
    void aDamagedMemoryIsAnErrorAndNoNewBeginning() throws IOException {
        round();
        Files.writeString(folder.resolve("seen.note"), "nothing\n");
        log.shows("x", "y", "z", "w");

        assertThat(round()).isEqualTo(2);
        assertThat(log.posted).hasSize(1);
    }

    @Test
    void aDraftOfAKilledWriteIsNotTheMemory() throws IOException {
        round();
        Files.writeString(folder.resolve("seen.note.draft"), "half a no");

        assertThat(round()).isZero();
    }

    @Test
    void twoWitnessesDoNotShareAMemory() throws IOException {
        try (WitnessFolder mine = WitnessFolder.open(folder)) {
            assertThat(mine.hasFork()).isFalse();
            assertThatThrownBy(() -> WitnessFolder.open(folder)).isInstanceOf(IOException.class);
            assertThat(round()).isEqualTo(2);
        }
    }

    @Test
    void saysWhatIsMissing() {
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);

        assertThat(Witness.run(List.of("--data", "x"), print, print)).isEqualTo(2);
        assertThat(Witness.run(List.of("--what"), print, print)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--name is missing");
    }
}
