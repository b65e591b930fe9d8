package org.assistcounter.powercuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.assistcounter.powercuts.Rehearsal.Result;
import org.assistcounter.powercuts.Verdict.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes on a real disk, watched; {@code scripts/crash-images} does the same for longer.
 */
@Tag("slow")
class RehearsalTest {
    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void needsStrace() {
        assumeTrue(Recorder.missing().isEmpty(), Recorder.missing());
    }

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        Result result = run(Plan.SMALL, 1_000, Synchronous.FULL);

        assertThat(result.tally().notSound()).isEmpty();
        assertThat(result.tally().of(Kind.SOUND)).isEqualTo(1_000);
    }

    @Test
    void losesNothingAroundACheckpoint() throws Exception {
        Result result = run(Plan.CHECKPOINT, 150, Synchronous.FULL);

        assertThat(result.tally().notSound()).isEmpty();
        assertThat(result.tally().of(Kind.SOUND)).isEqualTo(150);
    }

    @Test
    void seesWhatNormalLoses() throws Exception {
        Result result = run(Plan.SHORT, 200, Synchronous.NORMAL);

        assertThat(result.tally().of(Kind.LOST)).isGreaterThan(50);
    }

    @Test
    void seesWhatOffLosesAndSpoils() throws Exception {
        Result result = run(Plan.SHORT, 200, Synchronous.OFF);

        assertThat(result.tally().of(Kind.LOST)).isPositive();
        assertThat(result.tally().of(Kind.REFUSED)).isPositive();
    }

    private Result run(Plan plan, long count, Synchronous synchronous) throws Exception {
        Path images =
                Rehearsal.inMemory("journal-test-" + System.nanoTime())
                        .orElse(folder.resolve("images"));
        try {
            return new Rehearsal(folder.resolve("disk"), images).run(plan, 1, count, synchronous);
        } finally {
            CrashImages.remove(images);
        }
    }
}
