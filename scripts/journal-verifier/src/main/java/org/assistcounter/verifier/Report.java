package org.assistcounter.verifier;

import java.io.IOException;
import java.io.PrintStream;
import org.assistcounter.verifier.Findings.Finding;

/** The result for a person. Text out of the journal is cleaned of everything a screen obeys. */
final class Report {

    private Report() {}

    static void print(Result result, PrintStream out) throws IOException {
        ExportHead head = result.head();
        if (head != null) {
            out.println("counter      " + head.counter());
            out.println("key          " + head.keys().first().hex());
            out.println("certificate  SHA-256 " + head.certificateHash());
        }
        out.println("records      " + result.records());
        JournalRecord last = result.last();
        if (last != null && last.header() != null) {
            out.println(
                    "last         seq "
                            + Long.toUnsignedString(last.header().seq())
                            + ", hash "
                            + last.hash());
        }
        Books books = result.books();
        printFigures(books.totals(), books.held(), out);
        out.println("open sales   " + books.openSales());
        out.println(
                "checkpoints  "
                        + result.checkpoints()
                        + " of the fleet in it, signatures "
                        + (result.isWithCheckpointKey() ? "checked" : "not checked: no key given"));
        printTable(books.table(), out);
        printErrors(result.findings(), out);
        out.println("verdict      " + result.verdict());
    }

    static void printFigures(Totals totals, long held, PrintStream out) {
        out.println("totals       " + totals + ", held " + held + " (amounts in minor units)");
    }

    static void printTable(SalesTable table, PrintStream out) throws IOException {
        if (table.isEmpty()) {
            return;
        }
        out.println();
        out.printf(
                "%-12s%10s%14s%12s%12s  %s%n",
                "day", "delivered", "amount", "refunded", "held", "product");
        table.each(row -> {
            SalesTable.Figures figures = row.figures();
            out.printf(
                    "%-12s%10d%14d%12d%12d  %s%n",
                    row.day(),
                    figures.delivered(),
                    figures.amountMinor(),
                    figures.refundedMinor(),
                    figures.heldMinor(),
                    plain(row.product()));
        });
        out.println();
    }

    static void printErrors(Findings findings, PrintStream out) {
        for (Finding finding : findings.kept()) {
            String seq = Long.toUnsignedString(finding.seq());
            String where = finding.counter().isEmpty() ? "" : finding.counter() + " ";
            out.printf("error        %sseq %s: %s%n", where, seq, plain(finding.error()));
        }
        if (findings.rest() > 0) {
            out.println("error        and " + findings.rest() + " more errors");
        }
    }

    static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
