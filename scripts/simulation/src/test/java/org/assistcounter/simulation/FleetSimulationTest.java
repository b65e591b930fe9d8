package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A failure says which command replays it. */
class FleetSimulationTest {
    private static final int COUNTERS = 2;
    private static final long HOURS = 2;

    /** Together they have every fault. */
    private static final long[] SEEDS = {6, 7, 8, 9, 12};

    @Test
    void neverLosesAWordAndNamesEveryCopyWhateverTheSeedBreaks() {
        FleetCounts counts = new FleetCounts();
        for (long seed : SEEDS) {
            counts.add(holds(seed, COUNTERS, HOURS));
        }

        assertThat(counts.copies()).isPositive();
        assertThat(counts.postponed()).isPositive();
        assertThat(counts.disbeliefs()).containsOnlyKeys("fork", "rollback", "damaged");
        assertThat(counts.faults())
                .containsKeys(
                        "message-held",
                        "message-overtaken",
                        "message-twice",
                        "partition",
                        "broker-emptied",
                        "crash-before-commit",
                        "crash-after-commit",
                        "card-restored",
                        "card-cloned",
                        "writes-lost",
                        "key-rotated",
                        "card-replaced");
        assertThat(counts.lostSigned()).isPositive();
        assertThat(counts.keysGiven()).isPositive();
    }

    /** A third of all messages were lost, and each lost batch was asked for by those behind it. */
    @Test
    void answersALossWithoutEverMoreWords() {
        holds(4, 2, 2);
    }

    /** A greeting that was held for hours told where the journal had stood then. */
    @Test
    void believesAGreetingThatWasTrueWhenItWasSent() {
        holds(1, 2, 2);
    }

    @Test
    void comesToTheSameForTheSameSeed() {
        FleetCounts first = holds(2, COUNTERS, 1);
        FleetCounts second = holds(2, COUNTERS, 1);

        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(second.messages()).isEqualTo(first.messages());
    }

    private static FleetCounts holds(long seed, int counters, long hours) {
        FleetRun.Outcome outcome = FleetRun.one(seed, counters, hours);
        assertThat(outcome.violation())
                .as("replay: %s", FleetRun.replay(seed, counters, hours))
                .isEmpty();
        return outcome.counts();
    }
}
