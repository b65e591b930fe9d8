package org.assistcounter.powercuts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * The process that is watched: opens the journal as a starting agent does, goes on with the
 * workload where the journal stands, and notes each append that has returned.
 */
final class Writer {
    static final String JOURNAL = "journal.sqlite";

    /** Beside the folder of the journal. */
    static final String ACKNOWLEDGED = "acknowledged";

    private static final int TIDY_EVERY = 40;

    private Writer() {}

    /** Folder, seed, appends until it ends, {@code close} or {@code die}, synchronous. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int appends = Integer.parseInt(arguments[2]);
        List<List<JournalRecord>> work = Workload.of(Long.parseLong(arguments[1]), appends);
        SqliteJournalStore store = SqliteJournalStore.open(folder.resolve(JOURNAL));
        Workload.recovered(store);
        Synchronous.valueOf(arguments[4]).putOn(store);
        Path notes = folder.resolveSibling(ACKNOWLEDGED);
        try (OutputStream acknowledged = Files.newOutputStream(notes)) {
            goOn(store, work, acknowledged);
        }
        if (arguments[3].equals("die")) {
            Runtime.getRuntime().halt(0);
        }
        store.close();
    }

    private static void goOn(
            SqliteJournalStore store, List<List<JournalRecord>> work, OutputStream acknowledged)
            throws IOException {
        long newest = store.newestSeq();
        int appends = 0;
        for (List<JournalRecord> records : work) {
            long last = records.getLast().header().seq();
            if (last <= newest) {
                continue;
            }
            store.append(records);
            acknowledged.write((last + "\n").getBytes(StandardCharsets.US_ASCII));
            if (++appends % TIDY_EVERY == 0) {
                store.tidy();
            }
        }
    }
}
