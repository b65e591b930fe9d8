package org.assistcounter.counter.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.protocol.journal.JournalRecord;

/** A journal store in a list that outlives it, as a disk outlives a process. */
public class MemoryJournalStore implements JournalStore {
    private final List<byte[]> disk;

    public MemoryJournalStore(List<byte[]> disk) {
        this.disk = disk;
    }

    @Override
    public void append(List<JournalRecord> records) {
        List<byte[]> more = new ArrayList<>();
        for (JournalRecord record : records) {
            long expected = 1L + disk.size() + more.size();
            if (record.header().seq() != expected) {
                throw new JournalFailure("a record must follow the newest one");
            }
            more.add(record.bytes());
        }
        disk.addAll(more);
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        return disk.stream().skip(Math.max(0, fromSeq - 1)).limit(limit).toList();
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        disk.forEach(consumer);
    }

    @Override
    public long newestSeq() {
        return disk.size();
    }

    @Override
    public void close() {}
}
