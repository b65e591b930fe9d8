package org.assistcounter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was found of a whole export. All figures are recomputed from the facts of the records. */
final class ExportResult implements Closeable {
    private final Contents contents;
    private final TreeHeads heads;
    private final Findings findings;
    private final SortedMap<String, Counter> counters = new TreeMap<>();
    private final SalesTable table = new SalesTable();
    private Totals totals = Totals.ZERO;
    private long held;
    private long openSales;
    private long begunBefore;
    private long records;
    private long signatures;
    private long checkpoints;

    ExportResult(Contents contents, TreeHeads heads, Findings findings) {
        this.contents = contents;
        this.heads = heads;
        this.findings = findings;
    }

    /** The figures of one counter. */
    record Counter(CounterOutcome.Span span, Totals totals, long held, boolean isGood) {}

    /** Takes in a counter that is done. Several are done at once. */
    synchronized void add(CounterOutcome outcome) throws IOException {
        Books books = outcome.books();
        boolean isGood = outcome.findings().isEmpty();
        counters.put(
                outcome.counter(),
                new Counter(outcome.span(), books.totals(), books.held(), isGood));
        try {
            totals = totals.plus(books.totals());
            held = Math.addExact(held, books.held());
            table.addAll(books.table());
        } catch (ArithmeticException overflow) {
            findings.add(0, "a sum over all counters does not fit in 64 bits");
        }
        openSales += books.openSales();
        begunBefore += books.begunBefore();
        records += outcome.span().records();
        signatures += outcome.signatures();
        checkpoints += outcome.checkpoints();
        findings.addAll(outcome.findings());
    }

    boolean good() {
        return findings.isEmpty();
    }

    String verdict() {
        return good() ? "good" : "bad";
    }

    Contents contents() {
        return contents;
    }

    TreeHeads heads() {
        return heads;
    }

    Findings findings() {
        return findings;
    }

    SortedMap<String, Counter> counters() {
        return counters;
    }

    SalesTable table() {
        return table;
    }

    Totals totals() {
        return totals;
    }

    long held() {
        return held;
    }

    long openSales() {
        return openSales;
    }

    /** Sales whose opening is before the export's range. */
    long begunBefore() {
        return begunBefore;
    }

    long records() {
        return records;
    }

    long signatures() {
        return signatures;
    }

    /** The fleet's checkpoints that journals carry. */
    long checkpoints() {
        return checkpoints;
    }

    /** Records whose own signature was not looked at. */
    long signatureDebt() {
        return records - signatures;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
