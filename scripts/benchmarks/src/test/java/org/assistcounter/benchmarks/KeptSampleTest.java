package org.assistcounter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSampleTest {
    @TempDir private Path folder;

    @Test
    void isThereWhenItWasWrittenToItsEnd() throws IOException {
        var sample = new KeptSample(folder, "books", 60, 600);
        assertThat(sample.isWritten()).isFalse();

        sample.written();

        assertThat(sample.isWritten()).isTrue();
    }

    @Test
    void isNotTakenForOneOfAnotherSize() throws IOException {
        new KeptSample(folder, "books", 60, 600).written();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptSample(folder, "books", 60, 601).isWritten())
                .withMessageContaining(
                        "holds books, 60 counters, 600 sales, not books, 60 counters, 601 sales");
    }

    @Test
    void isNotTakenForOneOfAnotherKind() throws IOException {
        new KeptSample(folder, "books", 60, 600).written();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptSample(folder, "lots", 60, 600).isWritten());
    }

    @Test
    void writesIntoNothingThatIsThere() throws IOException {
        Files.writeString(folder.resolve("postgresql"), "half of one");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptSample(folder, "books", 60, 600).isWritten())
                .withMessageContaining("holds no whole sample");
    }
}
