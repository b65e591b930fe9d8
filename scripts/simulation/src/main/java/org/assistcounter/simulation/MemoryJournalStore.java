package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * A disk that keeps what was appended, all or nothing, as the store's contract has it. What goes
 * wrong with it, {@link Disk} says: a power cut before, between and after the records of an append,
 * and a disk that has no room. A card that lies loses its newest records or reads back others.
 */
final class MemoryJournalStore implements JournalStore {
    private final List<JournalRecord> records = new ArrayList<>();
    private final Disk disk;
    private final Map<Integer, byte[]> rotten = new HashMap<>();
    private Consumer<JournalRecord> watch = _ -> {};

    /** How many records come before the first; another card has them. */
    private long before;

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

    /** A record does not follow the newest one; no disk is to blame for that. */
    static final class OutOfOrder extends JournalFailure {
        private static final long serialVersionUID = 1L;

        OutOfOrder() {
            super("a record must follow the newest one");
        }
    }

    @Override
    public void append(List<JournalRecord> more) {
        disk.beforeWrite();
        long first = more.getFirst().header().seq();
        for (int i = 0; i < more.size(); i++) {
            long expected = records.isEmpty() ? first + i : newestSeq() + 1 + i;
            if (more.get(i).header().seq() != expected) {
                throw new OutOfOrder();
            }
        }
        for (int i = 1; i < more.size(); i++) {
            disk.betweenRecords();
        }
        begins(more);
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
        before = 0;
        begins(copy);
        records.addAll(copy);
    }

    /** The first record may have any number. */
    private void begins(List<JournalRecord> first) {
        if (records.isEmpty() && !first.isEmpty()) {
            before = first.getFirst().header().seq() - 1;
        }
    }

    /** The newest ones are gone, though it was said that they are on disk. */
    void lose(int count) {
        records.subList(records.size() - count, records.size()).clear();
    }

    /** One bit of what is read from now on is another than was written. */
    void rot(int place, int bit) {
        byte[] bytes = bytes(place).clone();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        rotten.put(place, bytes);
    }

    /** Whether anything is read otherwise than it was written. */
    boolean isRotten() {
        for (Map.Entry<Integer, byte[]> each : rotten.entrySet()) {
            if (!Arrays.equals(each.getValue(), records.get(each.getKey()).bytes())) {
                return true;
            }
        }
        return false;
    }

    private byte[] bytes(int place) {
        byte[] spoilt = rotten.isEmpty() ? null : rotten.get(place);
        return spoilt == null ? records.get(place).bytes() : spoilt;
    }

    /** What would be read back after a power cut now. */
    List<JournalRecord> durable() {
        return records;
    }

    /** Those with a higher number than this. */
    List<JournalRecord> after(long seq) {
        return records.subList(place(seq), records.size());
    }

    private int place(long seq) {
        return Math.clamp(seq - before, 0, records.size());
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        int from = place(fromSeq - 1);
        int to = Math.min(records.size(), from + limit);
        List<byte[]> found = new ArrayList<>(to - from);
        for (int place = from; place < to; place++) {
            found.add(bytes(place));
        }
        return found;
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        for (int place = 0; place < records.size(); place++) {
            consumer.accept(bytes(place));
        }
    }

    @Override
    public long newestSeq() {
        return records.isEmpty() ? 0 : before + records.size();
    }

    @Override
    public void close() {}
}
