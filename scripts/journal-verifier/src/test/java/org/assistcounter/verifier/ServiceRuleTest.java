package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.assistcounter.verifier.Findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 8 of the page in journals that are well sealed. */
class ServiceRuleTest {
    private static final String UNLOCKED =
            "a cold chain is unlocked while nobody is signed in for service";

    @TempDir Path folder = Path.of("");

    private final TestJournal journal = new TestJournal().begin();

    @Test
    void acceptsALockThatAServiceLifts() throws IOException {
        journal.add(51, "wrong", 1, "pause", 0);
        sign(true, "code");
        lock(true);
        lock(false);
        sign(false, "left");

        finds();
    }

    @Test
    void refusesALockThatNobodyLifted() throws IOException {
        lock(true);
        lock(false);

        finds(UNLOCKED);
    }

    @Test
    void refusesALockLiftedAfterTheSignOut() throws IOException {
        lock(true);
        sign(true, "code");
        sign(false, "left");
        lock(false);

        finds(UNLOCKED);
    }

    @Test
    void refusesALockLiftedByAServiceOfAnEarlierStart() throws IOException {
        sign(true, "code");
        lock(true);
        journal.boot++;
        journal.add(2, "nonce", "0123456789abcdef".repeat(2), "agent", "0.1.0", "clean", true);
        lock(false);

        finds(UNLOCKED);
    }

    private void sign(boolean in, String reason) {
        journal.add(50, "in", in, "reason", reason);
    }

    private void lock(boolean locked) {
        journal.add(33, "compartment", 1, "locked", locked, "reason", "too-warm");
    }

    private void finds(String... errors) throws IOException {
        assertThat(Verification.of(journal.write(folder)).findings().kept())
                .extracting(Finding::error)
                .containsExactly(errors);
    }
}
