package org.assistcounter.counter.journal;

import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * Where records are kept, in order, for good.
 *
 * <ul>
 *   <li>{@link #append} returns when all its records are on disk; after a crash either all or none
 *       of them are there.
 *   <li>What was appended is never changed, and is read back in the exact bytes.
 *   <li>A record that does not follow the newest one by number is refused.
 * </ul>
 */
public interface JournalStore extends AutoCloseable {

    /** Appends consecutive records, all or none. */
    void append(List<JournalRecord> records);

    /** Reads up to {@code limit} records from a number on, oldest first. */
    List<byte[]> read(long fromSeq, int limit);

    /** Hands over every record, oldest first. */
    void forEach(Consumer<byte[]> consumer);

    /** The number of the newest record; 0 when there is none. */
    long newestSeq();

    /**
     * Nobody waits just now: the store may move what was appended to where it stays. What was
     * appended is safe before and after, and while it is done.
     */
    default void tidy() {}

    @Override
    void close();
}
