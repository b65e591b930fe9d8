package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.JournalStoreContract;
import org.junit.jupiter.api.Test;

class MemoryJournalStoreTest extends JournalStoreContract {
    private final MemoryJournalStore disk = new MemoryJournalStore();

    @Override
    protected JournalStore open() {
        return disk;
    }

    @Test
    void givesBackRoomForWhatIsSignedForAndKeepsItsNumbers() {
        disk.append(Journals.beats(1, 4));
        disk.release(3);
        disk.append(Journals.beats(5, 5));

        assertThat(disk.newestSeq()).isEqualTo(5);
        assertThat(disk.read(3, 2)).isEmpty();
        assertThat(disk.read(4, 9)).hasSize(2);
    }
}
