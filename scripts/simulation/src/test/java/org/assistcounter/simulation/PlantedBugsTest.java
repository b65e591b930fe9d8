package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted bug is noticed, by something that knows nothing of it. */
class PlantedBugsTest {
    private static final long SEEDS_TO_CATCH = 30;
    private static final PlantedBug BUG =
            new PlantedBug("turned", "A sign is turned.", "Sum.java", "a + b", "a - b", 1);

    static List<PlantedBug> bugs() {
        return PlantedBugs.all();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void areCaught(PlantedBug bug) {
        BugHunt.Trail trail = new BugHunt(bug, PlantedBug.HOURS).hunt(bug.seed(), SEEDS_TO_CATCH);

        assertThat(trail.violation())
                .as("%s, from seed %d on", bug.name(), bug.seed())
                .isNotEmpty()
                .doesNotContain(bug.name());
    }

    @Test
    void areNotSeenInTheCleanProductByTheSameSeeds() {
        for (PlantedBug bug : bugs()) {
            assertThat(bug.seed()).isPositive();
        }
        for (long seed : new TreeSet<>(bugs().stream().map(PlantedBug::seed).toList())) {
            assertThat(Simulate.one(seed, PlantedBug.HOURS).violation())
                    .as("seed %d", seed)
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
                caught by seed 7
                """;

        assertThat(PlantedBugs.read(table))
                .containsExactly(
                        new PlantedBug(
                                "turned",
                                "A sign is turned.",
                                "Sum.java",
                                "a +\n  b",
                                "a -\n  b",
                                7));
    }

    @Test
    void areRefusedWhenAnEntryIsNotComplete() {
        assertThatThrownBy(() -> PlantedBugs.read("bug turned\nin Sum.java\n"))
                .hasMessageContaining("bug turned");
    }
}
