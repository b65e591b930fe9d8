package org.assistcounter.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.assistcounter.verifier.Findings.Finding;
import org.jspecify.annotations.Nullable;

/** The result as one line of JSON. */
final class Json {

    private Json() {}

    static void print(Result result, PrintStream out) throws IOException {
        Books books = result.books();
        begin(result.records(), result.verdict(), result.findings(), out)
                .add(figures(books.totals(), books.held()))
                .add(",\"openSales\":" + books.openSales())
                .add(",\"checkpoints\":" + result.checkpoints())
                .add(",\"checkpointKeyGiven\":" + result.isWithCheckpointKey())
                .add(",\"byProductAndDay\":")
                .array(taker -> books.table().each(row -> taker.accept(of(row))))
                .add(head(result.head()))
                .add(last(result.last()))
                .add("}")
                .end();
    }

    /** The members that stand first, of a journal and of an export. */
    static JsonLine begin(long records, String verdict, Findings findings, PrintStream out)
            throws IOException {
        return new JsonLine(out)
                .add("{\"records\":" + records + ",\"verdict\":" + quote(verdict))
                .add(",\"errors\":")
                .array(taker -> findings.kept().forEach(each -> taker.accept(of(each))))
                .add(",\"errorsNotListed\":" + findings.rest());
    }

    /** The member with all sums. */
    static String figures(Totals totals, long held) {
        return ",\"totals\":{\"chargedMinor\":"
                + totals.chargedMinor()
                + ",\"refundedMinor\":"
                + totals.refundedMinor()
                + ",\"heldMinor\":"
                + held
                + ",\"dispensed\":"
                + totals.dispensed()
                + ",\"sales\":"
                + totals.sales()
                + "}";
    }

    /**
     * A file that could not be read has the same members, so that a reader needs no second form.
     */
    static void printUnreadable(String error, PrintStream out) {
        Findings findings = new Findings();
        findings.add(0, error);
        Books none = Books.ofWhole(SeenSales.ofAbout(0));
        try (Result result = new Result(null, findings, 0, null, null, none)) {
            print(result, out);
        } catch (IOException nothingIsOnDisk) {
            throw new UncheckedIOException(nothingIsOnDisk);
        }
    }

    private static String head(@Nullable ExportHead head) {
        if (head == null) {
            return ",\"counter\":\"\"";
        }
        return ",\"counter\":"
                + quote(head.counter())
                + ",\"key\":"
                + quote(head.keys().first().hex())
                + ",\"certificateSha256\":"
                + quote(head.certificateHash());
    }

    private static String last(@Nullable JournalRecord last) {
        if (last == null || last.header() == null || last.hash() == null) {
            return "";
        }
        return ",\"lastSeq\":"
                + Long.toUnsignedString(last.header().seq())
                + ",\"lastHash\":"
                + quote(last.hash());
    }

    static String of(Finding finding) {
        String counter = finding.counter();
        return (counter.isEmpty() ? "{" : "{\"counter\":" + quote(counter) + ",")
                + "\"seq\":"
                + Long.toUnsignedString(finding.seq())
                + ",\"error\":"
                + quote(finding.error())
                + "}";
    }

    static String of(SalesTable.Row row) {
        return "{\"day\":"
                + quote(row.day().toString())
                + ",\"product\":"
                + quote(row.product())
                + ",\"delivered\":"
                + row.figures().delivered()
                + ",\"amountMinor\":"
                + row.figures().amountMinor()
                + ",\"refundedMinor\":"
                + row.figures().refundedMinor()
                + ",\"heldMinor\":"
                + row.figures().heldMinor()
                + "}";
    }

    /**
     * A JSON string; all but printable ASCII is escaped, so that no text can play with a screen.
     */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append(unit);
            } else if (unit >= ' ' && unit <= '~') {
                quoted.append(unit);
            } else {
                quoted.append(String.format("\\u%04x", (int) unit));
            }
        }
        return quoted.append('"').toString();
    }
}
