package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * A disk that keeps what was appended. Fault model: a power cut before an append loses all of it, a
 * power cut after it loses nothing; with {@code lazy} an append is kept only by the next one, which
 * is what a disk does that is not told to flush.
 */
final class MemoryJournalStore implements JournalStore {
    private final List<JournalRecord> records = new ArrayList<>();
    private final List<JournalRecord> unflushed = new ArrayList<>();
    private final boolean lazy;
    private final Runnable aroundAppend;

    /**
     * @param aroundAppend may cut the power; called before and after each append
     */
    MemoryJournalStore(boolean lazy, Runnable aroundAppend) {
        this.lazy = lazy;
        this.aroundAppend = aroundAppend;
    }

    @Override
    public void append(List<JournalRecord> more) {
        aroundAppend.run();
        records.addAll(unflushed);
        unflushed.clear();
        if (newestSeq() + 1 != more.getFirst().header().seq()) {
            throw new IllegalStateException("a record must follow the newest one");
        }
        (lazy ? unflushed : records).addAll(more);
        aroundAppend.run();
    }

    /** The power is gone. */
    void lose() {
        unflushed.clear();
    }

    /** An image of a card is written over what was here. */
    void putIn(List<JournalRecord> image) {
        List<JournalRecord> copy = List.copyOf(image);
        lose();
        records.clear();
        records.addAll(copy);
    }

    /** What would be read back after a power cut now. */
    List<JournalRecord> durable() {
        return records;
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        List<JournalRecord> all = new ArrayList<>(records);
        all.addAll(unflushed);
        int from = (int) Math.min(fromSeq - 1, all.size());
        return all.subList(from, Math.min(all.size(), from + limit)).stream()
                .map(JournalRecord::bytes)
                .toList();
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        records.forEach(record -> consumer.accept(record.bytes()));
    }

    @Override
    public long newestSeq() {
        return (long) records.size() + unflushed.size();
    }

    @Override
    public void close() {}
}
