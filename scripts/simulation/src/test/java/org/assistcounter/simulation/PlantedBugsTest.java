package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted bug is noticed, by something that knows nothing of it. */
class PlantedBugsTest {
    private static final long SEEDS_TO_CATCH = 30;
    private static final PlantedBug.Showing SEED_7 = new PlantedBug.Showing(7, 1, 1);
    private static final PlantedBug BUG =
            new PlantedBug("turned", "A sign is turned.", "Sum.java", "a + b", "a - b", SEED_7);

    static List<PlantedBug> bugs() {
        return PlantedBugs.all();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void areCaught(PlantedBug bug) {
        BugHunt.Trail trail =
                new BugHunt(bug, bug.shown().hours()).hunt(bug.shown().seed(), SEEDS_TO_CATCH);

        assertThat(trail.violation())
                .as("%s, from seed %d on", bug.name(), bug.shown().seed())
                .isNotEmpty()
                .doesNotContain(bug.name());
    }

    @Test
    void areNotSeenInTheCleanProductByTheSameSeeds() {
        for (PlantedBug.Showing shown :
                new HashSet<>(bugs().stream().map(PlantedBug::shown).toList())) {
            assertThat(new SeedRun(shown.hours(), shown.counters()).apply(shown.seed()))
                    .as("seed %d", shown.seed())
                    .isEmpty();
        }
    }

    @Test
    void areManyAndAllOverTheProduct() {
        assertThat(bugs()).hasSizeGreaterThanOrEqualTo(40);
        Stream<String> modules =
                bugs().stream().map(bug -> bug.source().replaceFirst("/src/.*", "")).distinct();
        assertThat(modules)
                .contains("counter-agent", "hardware/devices", "shared-protocol", "fleet-server");
    }

    @Test
    void changeTheOnePlaceThatTheyName() {
        assertThat(BUG.plantedIn("return a + b;")).isEqualTo("return a - b;");
    }

    @Test
    void sayWhichPlaceIsNotThereAnyMore() {
        assertThatThrownBy(() -> BUG.plantedIn("return a * b;"))
                .hasMessageContaining("turned")
                .hasMessageContaining("does not occur in Sum.java");
    }

    @Test
    void sayWhichPlaceIsThereTwice() {
        assertThatThrownBy(() -> BUG.plantedIn("return a + b + (a + b);"))
                .hasMessageContaining("turned")
                .hasMessageContaining("more than once in Sum.java");
    }

    @Test
    void areReadFromATable() {
        String table =
                """
                # A remark.
                bug turned
                A sign
                is turned.
                in Sum.java
                - a +
                -   b
                + a -
                +   b
                caught by seed 7 in 1 hour
                """;

        assertThat(PlantedBugs.read(table))
                .containsExactly(
                        new PlantedBug(
                                "turned",
                                "A sign is turned.",
                                "Sum.java",
                                "a +\n  b",
                                "a -\n  b",
                                SEED_7));
    }

    @Test
    void areRefusedWhenAnEntryIsNotComplete() {
        assertThatThrownBy(() -> PlantedBugs.read("bug turned\nin Sum.java\n"))
                .hasMessageContaining("bug turned");
    }
}
