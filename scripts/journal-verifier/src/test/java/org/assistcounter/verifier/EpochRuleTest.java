package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 9: a journal that goes on with another key. */
class EpochRuleTest {
    private static final String FIRST = "0".repeat(25) + "1";
    private static final String SECOND = "0".repeat(25) + "2";

    @TempDir Path folder = Path.of("");

    private final TestJournal journal = new TestJournal().begin().sell(FIRST, 100);

    private Result verify() throws IOException {
        return Verification.of(journal.write(folder));
    }

    private List<String> errors() throws IOException {
        return verify().findings().kept().stream().map(Findings.Finding::error).toList();
    }

    @Test
    void acceptsAJournalOfTwoKeysWithItsTotals() throws IOException {
        journal.rekey().beginEpoch().sell(SECOND, 100);

        assertThat(errors()).isEmpty();
        assertThat(verify().good()).isTrue();
    }

    @Test
    void acceptsAnEpochWhoseForerunnerNeverSpoke() throws IOException {
        journal.rekey();
        journal.rekey().beginEpoch(journal.seq - 1, 1).add(3);

        assertThat(errors()).isEmpty();
    }

    @Test
    void catchesTheOldKeyInTheNewEpoch() throws IOException {
        Ed25519PrivateKeyParameters old = journal.key;
        journal.rekey().beginEpoch();
        journal.key = old;
        journal.add(3);

        assertThat(errors()).contains("signature does not hold").hasSize(2);
    }

    @Test
    void catchesTheOldEpochBehindTheNewOne() throws IOException {
        journal.rekey().beginEpoch();
        journal.epoch = 1;
        journal.key = new Ed25519PrivateKeyParameters(new byte[32]);
        journal.add(3);

        assertThat(errors()).containsExactly("epoch goes back from 2 to 1");
    }

    @Test
    void catchesAnEpochWithoutItsBeginning() throws IOException {
        journal.rekey().add(3);

        assertThat(errors()).contains("epoch changes with a record of type 3, not 5");
    }

    @Test
    void catchesABeginningInsideAnEpoch() throws IOException {
        journal.rekey().beginEpoch();
        journal.beginEpoch(journal.seq - 1, 2);

        assertThat(errors()).containsExactly("an epoch begins inside epoch 2");
    }

    @Test
    void catchesABeginningInTheOldBoot() throws IOException {
        journal.rekey();
        journal.boot--;
        journal.beginEpoch();

        assertThat(errors()).containsExactly("an epoch begins without a new boot");
    }

    @Test
    void catchesACheckpointOfAnotherRecord() throws IOException {
        journal.rekey().beginEpoch(journal.seq - 2, 1);

        assertThat(errors()).containsExactly("the note names another record than the one before");
    }

    @Test
    void catchesAKeyThatTheExportDoesNotName() throws IOException {
        journal.rekey().beginEpoch();
        journal.epochs.clear();

        assertThat(errors()).contains("the export has no key of epoch 2");
    }

    @Test
    void catchesAnEpochThatBeginsElsewhereThanTheExportSays() throws IOException {
        journal.add(3);
        journal.rekey().beginEpoch();
        journal.epochs.set(0, journal.epochs.getFirst().replace("epoch 2 10", "epoch 2 9"));

        assertThat(errors())
                .containsExactly("the epoch begins with another record than the export says");
    }

    @Test
    void refusesEpochsOutOfOrder() throws IOException {
        journal.rekey().beginEpoch();
        journal.epochs.add(journal.epochs.getFirst());

        assertThat(errors()).containsExactly("epoch 2 is not after the one before it");
    }
}
