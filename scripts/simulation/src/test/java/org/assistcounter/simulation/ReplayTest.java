package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure says which seed: replay it with {@code scripts/simulate --replay}. */
@Tag("slow")
class ReplayTest {
    private static final long[] SEEDS = {4, 7};
    private static final int COUNTERS = 2;
    private static final long HOURS = 1;

    @Test
    void comesToTheSameLedgerInMemoryInSqliteAndInPostgreSql(@TempDir Path directory) {
        long refused = 0;
        long keysGiven = 0;
        try (RealFleet fleet = RealFleet.start(directory.resolve("fleet"))) {
            for (long seed : SEEDS) {
                Path cards = directory.resolve("seed-" + seed);
                assertThat(cards.toFile().mkdir()).isTrue();
                Replay.Report report = Replay.of(seed, COUNTERS, HOURS).into(cards, fleet);
                assertThat(report.postings()).as("seed %d", seed).isPositive();
                refused += report.refused();
                keysGiven += report.keysGiven();
            }
        }

        assertThat(refused).as("messages of copied cards").isPositive();
        assertThat(keysGiven).as("renewed keys").isPositive();
    }
}
