package org.assistcounter.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code scripts/fuzz}. */
class FuzzCommandTest {
    @TempDir private Path module = Path.of("");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Tag("slow")
    @Test
    void fuzzesATarget() {
        assertThat(run("--target payment-code --seconds 1 --json")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .startsWith("{\"targets\":[{\"target\":\"payment-code\",\"executions\":")
                .doesNotContain("\"executions\":0,")
                .endsWith(",\"finding\":\"\"}]}");
    }

    @Test
    void namesItsTargets() {
        assertThat(run("--target list --json")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("qibixx\n", "board-frames\n")
                .endsWith("\"]}\n");
    }

    @Test
    void hasATestForEachTarget() {
        List<String> tests =
                Arrays.stream(BordersTest.class.getDeclaredMethods()).map(Method::getName).toList();

        assertThat(tests).containsAll(Targets.ALL.stream().map(Target::method).toList());
    }

    @Test
    void fuzzesEverythingForTenSeconds() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options("all", 10, false));
        assertThat(Options.parse(List.of()).targets()).isEqualTo(Targets.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-such-option",
                "more",
                "--target nothing",
                "--target",
                "--seconds soon",
                "--seconds 0"
            })
    void refusesWhatItDoesNotKnow(String words) {
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("fuzz: ");
    }

    private int run(String words) {
        return Fuzz.run(
                List.of(words.split(" ", -1)),
                module,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
