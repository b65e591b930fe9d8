package org.assistcounter.counter.journal;

import java.util.ArrayList;
import java.util.List;

/** The memory store keeps the contract, so tests on it tell something about the real one. */
class MemoryJournalStoreTest extends JournalStoreContract {
    private final List<byte[]> disk = new ArrayList<>();

    @Override
    protected JournalStore open() {
        return new MemoryJournalStore(disk);
    }
}
