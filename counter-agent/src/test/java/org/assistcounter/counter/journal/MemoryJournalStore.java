package org.assistcounter.counter.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;

/** A journal store in a list that outlives it, as a disk outlives a process. */
public class MemoryJournalStore implements JournalStore {
    private final List<byte[]> disk;

    public MemoryJournalStore(List<byte[]> disk) {
        this.disk = disk;
    }

    @Override
    public void append(List<JournalRecord> records) {
        List<byte[]> more = new ArrayList<>();
        long next = disk.isEmpty() ? records.getFirst().header().seq() : newestSeq() + 1;
        for (JournalRecord record : records) {
            if (record.header().seq() != next++) {
                throw new JournalFailure("a record must follow the newest one");
            }
            more.add(record.bytes());
        }
        disk.addAll(more);
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        return disk.stream().skip(Math.max(0, fromSeq - 1 - before())).limit(limit).toList();
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        disk.forEach(consumer);
    }

    @Override
    public long newestSeq() {
        return disk.isEmpty() ? 0 : before() + disk.size();
    }

    /** How many records come before the first that is here. */
    private long before() {
        return disk.isEmpty() ? 0 : seq(disk.getFirst()) - 1;
    }

    private static long seq(byte[] record) {
        try {
            return JournalRecord.read(record).header().seq();
        } catch (MalformedRecordException spoilt) {
            return 1;
        }
    }

    @Override
    public void close() {}
}
