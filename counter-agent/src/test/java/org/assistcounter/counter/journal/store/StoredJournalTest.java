package org.assistcounter.counter.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.journal.JournalRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A journal file of every version ever released is opened, read and continued. The files are kept
 * as they were written; a new version of the schema adds one and changes none.
 */
class StoredJournalTest {
    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = "journal-v1.sqlite")
    void opensAndContinuesAJournalOfAnOlderAgent(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream kept = StoredJournalTest.class.getResourceAsStream("/journal/" + name)) {
            Files.copy(Objects.requireNonNull(kept), file);
        }

        try (JournalStore store = SqliteJournalStore.open(file)) {
            Recovered recovered = read(store);
            assertThat(store.read(1, 100))
                    .containsExactlyElementsOf(
                            Chains.of(Chains.cutWhileTurning()).stream()
                                    .map(JournalRecord::bytes)
                                    .toList());
            assertThat(recovered.nextCommand()).isEqualTo(42);
            assertThat(recovered.openSale()).isNotNull();

            Journal journal = new Journal(store, Chains.KEY, Chains.CLOCK, recovered.head());
            journal.append(Goods.loading());
            assertThat(read(store).head()).isEqualTo(journal.head());
        }
    }

    private static Recovered read(JournalStore store) {
        return Recovered.read(
                store, Chains.GENESIS, Shelf.empty(Goods.release()), Chains.KEY::publicKey);
    }
}
