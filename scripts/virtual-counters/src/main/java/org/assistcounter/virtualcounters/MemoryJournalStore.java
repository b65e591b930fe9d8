package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * A journal in memory, by the contract of the store. Unlike a card it may be told to give room
 * back: of what the fleet has signed for only the newest record is still needed, and tens of
 * thousands of counters share this machine's memory.
 */
final class MemoryJournalStore implements JournalStore {
    private final List<byte[]> kept = new ArrayList<>(4);
    private final boolean keepsAll;
    private long released;

    /** How many records come before the first; another card has them. */
    private long before;

    MemoryJournalStore() {
        this(false);
    }

    private MemoryJournalStore(boolean keepsAll) {
        this.keepsAll = keepsAll;
    }

    /** One that gives nothing back. */
    static MemoryJournalStore keepingAll() {
        return new MemoryJournalStore(true);
    }

    /** The same records again, as on the copy of a card. */
    MemoryJournalStore copy() {
        MemoryJournalStore copy = new MemoryJournalStore(keepsAll);
        copy.kept.addAll(kept);
        copy.released = released;
        copy.before = before;
        return copy;
    }

    @Override
    public void append(List<JournalRecord> records) {
        boolean isFirst = newestSeq() == 0;
        long first = isFirst ? records.getFirst().header().seq() : newestSeq() + 1;
        long next = first;
        for (JournalRecord record : records) {
            if (record.header().seq() != next++) {
                throw new JournalFailure("a record must follow the newest one");
            }
        }
        if (isFirst) {
            before = first - 1;
            released = before;
        }
        records.forEach(record -> kept.add(record.bytes()));
    }

    /** Records up to this number are not asked for again. */
    void release(long seq) {
        if (keepsAll) {
            return;
        }
        int count = Math.clamp(seq - released, 0, kept.size());
        kept.subList(0, count).clear();
        released += count;
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        if (fromSeq <= released && released > before) {
            return List.of();
        }
        int from = (int) Math.min(Math.max(0, fromSeq - 1 - released), kept.size());
        return List.copyOf(kept.subList(from, (int) Math.min(kept.size(), (long) from + limit)));
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        kept.forEach(consumer);
    }

    @Override
    public long newestSeq() {
        return released + kept.size();
    }

    @Override
    public void close() {}
}
