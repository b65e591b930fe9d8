package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure says which seed: replay it with {@code scripts/simulate --seed S --hours H}. */
class SimulationTest {
    private static final long HOURS = 2;
    private static final long SEEDS = 12;
    private static final long SEEDS_TO_CATCH = 80;

    @Test
    void neverLosesMoneyOrGoodsWhateverTheSeedBreaks() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(Simulate.one(seed, HOURS, PlantedBug.NONE).violation())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    /** The fleet was away when the faults ended, and nobody greeted it again. */
    @Test
    void findsTheFleetAgainThatWasAwayAtTheEnd() {
        assertThat(Simulate.one(67, 1, PlantedBug.NONE).violation()).isEmpty();
    }

    @Test
    void comesToTheSameForTheSameSeed() {
        for (long seed : new long[] {3, 50}) {
            Counts first = Simulate.one(seed, HOURS, PlantedBug.NONE).counts();
            Counts second = Simulate.one(seed, HOURS, PlantedBug.NONE).counts();

            assertThat(second.hash()).isEqualTo(first.hash());
            assertThat(second.events()).isEqualTo(first.events());
        }
    }

    @Test
    void comesToSomethingElseForAnotherSeed() {
        assertThat(Simulate.one(4, HOURS, PlantedBug.NONE).counts().hash())
                .isNotEqualTo(Simulate.one(5, HOURS, PlantedBug.NONE).counts().hash());
    }

    static Stream<PlantedBug> bugs() {
        return EnumSet.complementOf(EnumSet.of(PlantedBug.NONE)).stream();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void catchesAPlantedBug(PlantedBug bug) {
        long seed = 1;
        while (seed <= SEEDS_TO_CATCH && Simulate.one(seed, HOURS, bug).violation().isEmpty()) {
            seed++;
        }

        assertThat(seed)
                .as("seeds until %s was caught", bug.word())
                .isLessThanOrEqualTo(SEEDS_TO_CATCH);
    }

    @Test
    void reachesEveryEndingOfASale() {
        Counts counts = new Counts();
        for (long seed = 1; seed <= SEEDS; seed++) {
            counts.add(Simulate.one(seed, HOURS, PlantedBug.NONE).counts());
        }

        assertThat(counts.outcomes()).hasSize(4);
        assertThat(counts.locksLifted()).isPositive();
        assertThat(counts.faults().keySet()).contains(Fault.POWER_CUT, Fault.JAM);
    }
}
