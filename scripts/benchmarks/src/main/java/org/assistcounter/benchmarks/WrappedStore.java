package org.assistcounter.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.journal.JournalRecord;

/** A journal store with something done around it. */
class WrappedStore implements JournalStore {
    private final JournalStore store;

    WrappedStore(JournalStore store) {
        this.store = store;
    }

    @Override
    public void append(List<JournalRecord> records) {
        store.append(records);
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        return store.read(fromSeq, limit);
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        store.forEach(consumer);
    }

    @Override
    public long newestSeq() {
        return store.newestSeq();
    }

    @Override
    public void tidy() {
        store.tidy();
    }

    @Override
    public void close() {
        store.close();
    }
}
