package org.assistcounter.scripts.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir Path folder;

    private final Spawner spawner = new Spawner();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        spawner.close();
    }

    @Test
    void isStartedAgainWhenItEndsByItself() throws IOException {
        try (Child child = child("echo once >> runs; exec sleep 60")) {
            child.start();

            child.kill();

            assertThat(Patience.until(PATIENCE, () -> runs() == 2 && child.isAlive()))
                    .as("%s %s", said, child.status())
                    .isTrue();
            assertThat(said).first().asString().contains("ended unexpectedly");
        }
    }

    @Test
    void staysStoppedUntilItIsStarted() {
        try (Child child = child("echo once >> runs; exec sleep 60")) {
            child.start();

            child.stop();

            assertThat(child.isAlive()).isFalse();
            assertThat(child.status()).isEqualTo("stopped");
            child.start();
            assertThat(Patience.until(PATIENCE, () -> runs() == 2)).isTrue();
        }
    }

    @Test
    void tellsWhyItDidNotStart() {
        try (Child child = child("echo no such port >&2; exit 3")) {
            assertThatThrownBy(child::start)
                    .hasMessageContaining("ended with code 3")
                    .hasMessageContaining("no such port")
                    .hasMessageContaining(folder.resolve("child.log").toString());
        }
        assertThat(said).isEmpty();
    }

    @Test
    void isNotStartedAnyMoreOnceClosed() {
        Child child = child("echo once >> runs; exec sleep 60");
        child.start();

        child.close();

        assertThat(child.isAlive()).isFalse();
        assertThatThrownBy(child::start).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesToKillWhatDoesNotRun() {
        try (Child child = child("exec sleep 60")) {
            assertThatThrownBy(child::kill).hasMessageContaining("not running");
        }
    }

    @Test
    void endsWhatAKilledLauncherLeft() throws IOException {
        Process left =
                spawner.spawn(
                        List.of("sh", "-c", "sleep 60 # org.assistcounter " + folder),
                        folder.resolve("left.log"));
        Path note = Files.writeString(folder.resolve("left.pid"), Long.toString(left.pid()));

        Leftovers.end("left", note, folder, said::add);

        assertThat(Patience.until(PATIENCE, () -> !left.isAlive())).isTrue();
    }

    @Test
    void leavesAStrangerWithTheSameNumberAlone() throws IOException {
        Process stranger = spawner.spawn(List.of("sleep", "60"), folder.resolve("stranger.log"));
        Path note = Files.writeString(folder.resolve("x.pid"), Long.toString(stranger.pid()));

        Leftovers.end("x", note, folder, said::add);

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    private Child child(String script) {
        List<String> command = List.of("sh", "-c", "cd " + folder + "; " + script);
        Child.Role role =
                new Child.Role(
                        "sleeper",
                        () -> command,
                        folder.resolve("child.log"),
                        folder.resolve("child.pid"),
                        () -> runs() > 0);
        return new Child(role, spawner, said::add);
    }

    private long runs() {
        try {
            return Files.readAllLines(folder.resolve("runs")).size();
        } catch (IOException e) {
            return 0;
        }
    }
}
