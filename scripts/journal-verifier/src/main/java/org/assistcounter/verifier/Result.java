package org.assistcounter.verifier;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a run found. The totals are recomputed from the facts, not copied from the headers. */
record Result(
        @Nullable ExportHead head,
        Findings findings,
        long records,
        @Nullable JournalRecord last,
        @Nullable NoteRule notes,
        Books books)
        implements Closeable {

    Totals totals() {
        return books.totals();
    }

    long openSales() {
        return books.openSales();
    }

    /** The fleet's checkpoints that the journal carries. */
    long checkpoints() {
        return notes == null ? 0 : notes.checked();
    }

    /** Whether the fleet's key was given to look at their signatures with. */
    boolean isWithCheckpointKey() {
        return notes != null && notes.isWithKey();
    }

    boolean good() {
        return findings.isEmpty();
    }

    String verdict() {
        return good() ? "good" : "bad";
    }

    @Override
    public void close() throws IOException {
        books.close();
    }
}
