package org.assistcounter.verifier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run found. The totals are recomputed from the facts, not copied from the headers. */
record Result(
        @Nullable ExportHead head,
        Findings findings,
        long records,
        @Nullable JournalRecord last,
        Books books) {

    Totals totals() {
        return books.totals();
    }

    int openSales() {
        return books.sales().openCount();
    }

    List<SalesTable.Row> rows() {
        return books.rows();
    }

    boolean good() {
        return findings.isEmpty();
    }

    String verdict() {
        return good() ? "good" : "bad";
    }
}
