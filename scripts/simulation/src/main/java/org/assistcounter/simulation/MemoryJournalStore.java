package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * A disk that keeps what was appended, all or nothing, as the store's contract has it. What goes
 * wrong with it, {@link Disk} says: a power cut before, between and after the records of an append,
 * and a disk that has no room.
 */
final class MemoryJournalStore implements JournalStore {
    private final List<JournalRecord> records = new ArrayList<>();
    private final Disk disk;
    private Consumer<JournalRecord> watch = _ -> {};

    MemoryJournalStore(Disk disk) {
        this.disk = disk;
    }

    /** The moments of an append at which it may end by throwing. */
    interface Disk {
        /** Nothing is written yet. */
        void beforeWrite();

        /** One of several records is written; after a crash none of them is there. */
        void betweenRecords();

        /** All is on disk, and nobody has been told. */
        void written();
    }

    @Override
    public void append(List<JournalRecord> more) {
        disk.beforeWrite();
        if (newestSeq() + 1 != more.getFirst().header().seq()) {
            throw new IllegalStateException("a record must follow the newest one");
        }
        for (int i = 1; i < more.size(); i++) {
            disk.betweenRecords();
        }
        records.addAll(more);
        more.forEach(watch);
        disk.written();
    }

    /** Is told of every record at the moment in which it is on disk. */
    void watch(Consumer<JournalRecord> watcher) {
        watch = watcher;
    }

    /** An image of a card is written over what was here. */
    void putIn(List<JournalRecord> image) {
        List<JournalRecord> copy = List.copyOf(image);
        records.clear();
        records.addAll(copy);
    }

    /** What would be read back after a power cut now. */
    List<JournalRecord> durable() {
        return records;
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        int from = (int) Math.min(fromSeq - 1, records.size());
        return records.subList(from, Math.min(records.size(), from + limit)).stream()
                .map(JournalRecord::bytes)
                .toList();
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        records.forEach(record -> consumer.accept(record.bytes()));
    }

    @Override
    public long newestSeq() {
        return records.size();
    }

    @Override
    public void close() {}
}
