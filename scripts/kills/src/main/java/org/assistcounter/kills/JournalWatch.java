package org.assistcounter.kills;

import java.nio.file.Path;
import java.time.Duration;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.protocol.journal.FactType;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.jspecify.annotations.Nullable;

/** Reads the counter's journal beside the counter, which may die at any moment. */
final class JournalWatch implements AutoCloseable {
    private static final int BATCH = 64;

    private final SqliteJournalStore store;

    JournalWatch(Path data) {
        store = SqliteJournalStore.openToRead(data.resolve("counter/journal.sqlite"));
    }

    long newestSeq() {
        return store.newestSeq();
    }

    /** Waits for a fact of this kind behind the record with this number. */
    boolean await(FactType wanted, long behind, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        long read = behind;
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            for (byte[] bytes : store.read(read + 1, BATCH)) {
                read++;
                if (type(bytes) == wanted) {
                    return true;
                }
            }
            Thread.sleep(1);
        }
        return false;
    }

    /** The newest fact behind this record that belongs to a sale; null when there is none. */
    @Nullable FactType lastOfSale(long behind) {
        FactType last = null;
        for (byte[] bytes : store.read(behind + 1, BATCH)) {
            FactType type = type(bytes);
            if (type != null && isOfSale(type)) {
                last = type;
            }
        }
        return last;
    }

    private static boolean isOfSale(FactType type) {
        return type.number() >= FactType.SALE_OPENED.number()
                && type.number() <= FactType.SALE_CLOSED.number();
    }

    private static @Nullable FactType type(byte[] bytes) {
        try {
            return FactType.of(JournalRecord.read(bytes).header().type());
        } catch (MalformedRecordException e) {
            throw new IllegalStateException("the journal holds what is no record", e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
