package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void replaysOneSeed() {
        assertThat(parse("--seed 7 --hours 2"))
                .isEqualTo(new Options(1, 2, 7, 1, Level.WIRE, "", false, false, false));
    }

    @Test
    void runsSeveralSeedsFromTheFirst() {
        assertThat(parse("--seeds 20 --hours 6 --json"))
                .isEqualTo(new Options(20, 6, 1, 1, Level.WIRE, "", false, false, true));
    }

    @Test
    void runsManyCountersInEachSeed() {
        assertThat(parse("--seeds 4 --counters 5 --hours 6").counters()).isEqualTo(5);
    }

    @Test
    void joinsTheDevicesAtTheWiresIfNotToldOtherwise() {
        assertThat(parse("--seeds 2").level()).isEqualTo(Level.WIRE);
        assertThat(parse("--seeds 2 --level sale --twice").level()).isEqualTo(Level.SALE);
    }

    @Test
    void replaysTheTrafficOfSeedsIntoRealDatabases() {
        assertThat(parse("--seeds 2 --counters 2 --hours 2 --replay").isReplayed()).isTrue();
    }

    @Test
    void listsThePlantedBugs() {
        assertThat(parse("--planted-bug list").listsBugs()).isTrue();
    }

    @Test
    void plantsOneBugAfterAnother() {
        assertThat(parse("--planted-bug all").bugs()).isEqualTo(PlantedBugs.all());
    }

    @Test
    void plantsNoneByItself() {
        assertThat(parse("--seeds 3").bugs()).isEmpty();
    }

    @Test
    void runsEachSeedTwiceWhenAsked() {
        assertThat(parse("--seeds 3 --twice").isTwice()).isTrue();
    }

    @Test
    void plantsEachBugByItsName() {
        for (PlantedBug bug : PlantedBugs.all()) {
            assertThat(parse("--planted-bug " + bug.name()).bugs()).containsExactly(bug);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--no-such-option",
                "--seed",
                "--seeds many",
                "--seeds -1",
                "--hours 1000001",
                "--counters 0",
                "--counters 1001",
                "--level byte",
                "--level sale --counters 2",
                "--level sale --replay",
                "--level sale --planted-bug all",
                "--counters 2 --planted-bug jam",
                "--planted-bug no-such-bug"
            })
    void refusesWhatItDoesNotUnderstand(String words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Options parse(String words) {
        return Options.parse(List.of(words.split(" ", -1)));
    }
}
