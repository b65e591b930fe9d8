package org.assistcounter.simulation;

import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.JournalStoreContract;

/** What a simulation finds holds on a counter because its disk keeps the same contract. */
class MemoryJournalStoreTest extends JournalStoreContract {
    private final MemoryJournalStore disk =
            new MemoryJournalStore(
                    new MemoryJournalStore.Disk() {
                        @Override
                        public void beforeWrite() {}

                        @Override
                        public void betweenRecords() {}

                        @Override
                        public void written() {}
                    });

    @Override
    protected JournalStore open() {
        return disk;
    }
}
