package org.assistcounter.scripts.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void startsEverythingHereWithoutAWord() {
        Options options = parse("");

        assertThat(options.verb()).isEqualTo(Options.Verb.RUN);
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.ports()).isEqualTo(new Ports(8080, 8081, 8082, 8883, 54329));
    }

    @Test
    void movesEachPort() {
        Options options =
                parse(
                        "--http-port 1 --screen-port 2 --bench-port 3 --mqtt-port 4"
                                + " --database-port 5");

        assertThat(options.ports()).isEqualTo(new Ports(1, 2, 3, 4, 5));
    }

    @Test
    void takesOptionsAfterTheOrder() {
        Options options = parse("stop agent --data /somewhere --json");

        assertThat(options.verb()).isEqualTo(Options.Verb.STOP);
        assertThat(options.part()).isEqualTo("agent");
        assertThat(options.data()).isEqualTo(Path.of("/somewhere"));
        assertThat(options.isJson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "start",
                "kill broker",
                "stop everything",
                "status agent",
                "stop agent now",
                "stop agent --once",
                "--http-port",
                "--http-port --json",
                "--http-port 0",
                "--http-port 65536",
                "--http-port eighty",
                "--no-such-option"
            })
    void refusesWhatItDoesNotUnderstand(String words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(Refusal.class);
    }

    private static Options parse(String words) {
        return Options.parse(words.isEmpty() ? List.of() : List.of(words.split(" ", -1)));
    }
}
