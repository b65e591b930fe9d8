package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code scripts/fleet-load} understands. */
class OptionsTest {

    @Test
    void sellsAnHourAtFiftyCountersOnDiskWhenNothingIsSaid() {
        Options options = Options.parse(List.of());

        assertThat(options.crowd()).isEqualTo(new Options.Crowd(50, 50, 0, 0, 0));
        assertThat(options.trade().demand().untilMillis()).isEqualTo(Demand.HOUR_MILLIS);
        assertThat(options.place().server()).isNull();
    }

    @Test
    void takesWhatIsSaid() {
        // scripts/fleet-load --counters N
        Options options =
                Options.parse(
                        List.of(
                                "--counters",
                                "1000",
                                "--hours",
                                "0.5",
                                "--seed",
                                "9",
                                "--slow",
                                "3",
                                "--hostile",
                                "5",
                                "--scenario",
                                "outage",
                                "--server",
                                "http://localhost:8080",
                                "--json"));

        assertThat(options.crowd()).isEqualTo(new Options.Crowd(1_000, 50, 3, 5, 0));
        assertThat(options.trade().demand().untilMillis()).isEqualTo(Demand.HOUR_MILLIS / 2);
        assertThat(options.trade().seed()).isEqualTo(9);
        assertThat(options.trade().scenario()).isEqualTo(Scenario.OUTAGE);
        assertThat(options.isJson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--counters 0",
                "--counters 18001",
                "--counters many",
                "--hours 0",
                "--compress",
                "--scenario storm --server http://localhost:8080",
                "--scenario flood",
                "--resume",
                "--what",
                "sales"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of(line.split(" "))));
    }
}
