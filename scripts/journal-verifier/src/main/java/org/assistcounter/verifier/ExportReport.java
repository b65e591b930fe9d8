package org.assistcounter.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** The result of an export for a person. */
final class ExportReport {
    private static final int LISTED_MAX = 200;

    private ExportReport() {}

    static void print(ExportResult result, PrintStream out) throws IOException {
        Contents contents = result.contents();
        out.println("origin       " + Report.plain(contents.word("origin")));
        out.println("range        " + Report.plain(contents.word("range")));
        out.println("made         " + Report.plain(contents.word("made")));
        out.println("log key      " + Report.plain(contents.word("log-key")));
        out.println("checkpoints  " + Report.plain(contents.word("checkpoint-key")));
        printHeads(result.heads(), out);
        out.println("counters     " + result.counters().size());
        out.println("records      " + result.records());
        out.println(
                "signatures   "
                        + result.signatures()
                        + " checked, which prove all records before them; debt "
                        + result.signatureDebt());
        out.println("in journals  " + result.checkpoints() + " checkpoints of the fleet, checked");
        Report.printFigures(result.totals(), result.held(), out);
        out.println("open sales   " + result.openSales());
        out.println("begun before " + result.begunBefore() + " sales, whose opening is not here");
        printCounters(result, out);
        Report.printTable(result.table(), out);
        Report.printErrors(result.findings(), out);
        out.println("verdict      " + result.verdict());
    }

    private static void printHeads(TreeHeads heads, PrintStream out) {
        TreeProof.Head newest = heads.newest();
        if (newest != null) {
            out.println("log          size " + newest.size() + ", root " + newest.root());
        }
        for (TreeHeads.Cosigned word : heads.cosigned()) {
            String witness = Report.plain(word.witness());
            out.println("witness      " + witness + ": size " + word.size() + " at " + word.at());
        }
    }

    private static void printCounters(ExportResult result, PrintStream out) {
        out.println();
        out.printf(
                "%-34s%10s%10s%9s%14s%12s%12s%n",
                "counter", "last seq", "units", "sales", "charged", "refunded", "held");
        int listed = 0;
        for (Map.Entry<String, ExportResult.Counter> entry : result.counters().entrySet()) {
            if (listed++ == LISTED_MAX) {
                out.println("and " + (result.counters().size() - LISTED_MAX) + " more in --json");
                return;
            }
            ExportResult.Counter counter = entry.getValue();
            Totals totals = counter.totals();
            out.printf(
                    "%-34s%10d%10d%9d%14d%12d%12d%s%n",
                    Report.plain(entry.getKey()),
                    counter.span().last(),
                    totals.dispensed(),
                    totals.sales(),
                    totals.chargedMinor(),
                    totals.refundedMinor(),
                    counter.held(),
                    counter.isGood() ? "" : "  bad");
        }
    }
}
