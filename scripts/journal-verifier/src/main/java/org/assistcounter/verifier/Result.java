package org.assistcounter.verifier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run found. The totals are recomputed from the facts, not copied from the headers. */
record Result(
        @Nullable ExportHead head,
        Findings findings,
        long records,
        @Nullable JournalRecord last,
        int openSales,
        Totals totals,
        List<SalesTable.Row> rows) {

    boolean good() {
        return findings.isEmpty();
    }

    String verdict() {
        return good() ? "good" : "bad";
    }
}
