package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A failure says which command replays it. */
class FleetSimulationTest {
    private static final int COUNTERS = 3;
    private static final long HOURS = 3;
    private static final long SEEDS = 6;

    @Test
    void neverLosesAWordAndNamesEveryCopyWhateverTheSeedBreaks() {
        FleetCounts counts = new FleetCounts();
        for (long seed = 1; seed <= SEEDS; seed++) {
            counts.add(holds(seed, COUNTERS, HOURS));
        }

        assertThat(counts.copies()).isPositive();
        assertThat(counts.disbeliefs()).containsOnlyKeys("fork", "rollback");
        assertThat(counts.faults())
                .containsKeys(
                        "message-held",
                        "message-overtaken",
                        "message-twice",
                        "partition",
                        "fleet-restarted",
                        "broker-emptied",
                        "crash-before-commit",
                        "crash-after-commit",
                        "card-restored",
                        "card-cloned");
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
