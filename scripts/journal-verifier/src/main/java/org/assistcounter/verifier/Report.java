package org.assistcounter.verifier;

import java.io.PrintStream;
import org.assistcounter.verifier.Findings.Finding;

/** The result for a person. Text out of the journal is cleaned of everything a screen obeys. */
final class Report {

    private Report() {}

    static void print(Result result, PrintStream out) {
        ExportHead head = result.head();
        if (head != null) {
            out.println("counter      " + head.counter());
            out.println("key          " + head.key().hex());
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
        out.println("totals       " + result.totals() + " (amounts in minor units)");
        out.println("open sales   " + result.openSales());
        printTable(result, out);
        printErrors(result.findings(), out);
        out.println("verdict      " + result.verdict());
    }

    private static void printTable(Result result, PrintStream out) {
        if (result.rows().isEmpty()) {
            return;
        }
        out.println();
        out.printf("%-12s%10s%14s  %s%n", "day", "delivered", "amount", "product");
        for (SalesTable.Row row : result.rows()) {
            out.printf(
                    "%-12s%10d%14d  %s%n",
                    row.day(), row.delivered(), row.amountMinor(), plain(row.product()));
        }
        out.println();
    }

    private static void printErrors(Findings findings, PrintStream out) {
        for (Finding finding : findings.kept()) {
            String seq = Long.toUnsignedString(finding.seq());
            out.printf("error        seq %s: %s%n", seq, plain(finding.error()));
        }
        if (findings.rest() > 0) {
            out.println("error        and " + findings.rest() + " more errors");
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
