package org.assistcounter.powercuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of {@code scripts/crash-images}. */
class CrashImagesTest {
    private static final Path DATA = Path.of("data");

    @Test
    void judgesTwentyThousandImagesOfWhatShips() {
        assertThat(parse("")).isEqualTo(new Options(20_000, 1, Synchronous.FULL, DATA, false));
    }

    @Test
    void takesAllItsOptions() {
        assertThat(parse("--images 9 --seed 3 --synchronous NORMAL --data /mnt --json"))
                .isEqualTo(new Options(9, 3, Synchronous.NORMAL, Path.of("/mnt"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-such-option",
                "more",
                "--images",
                "--images 0",
                "--images many",
                "--seed -1",
                "--synchronous EXTRA"
            })
    void refusesWhatItDoesNotKnow(String words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Options parse(String words) {
        return Options.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")), DATA);
    }
}
