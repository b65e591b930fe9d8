package org.assistcounter.verifier;

import java.util.List;
import java.util.stream.Collectors;
import org.assistcounter.verifier.Findings.Finding;
import org.jspecify.annotations.Nullable;

/** The result as one line of JSON. */
final class Json {

    private Json() {}

    static String of(Result result) {
        ExportHead head = result.head();
        Books books = result.books();
        return "{\"records\":"
                + result.records()
                + ",\"verdict\":"
                + quote(result.verdict())
                + ",\"errors\":"
                + array(result.findings().kept().stream().map(Json::of).toList())
                + ",\"errorsNotListed\":"
                + result.findings().rest()
                + figures(books.totals(), books.held())
                + ",\"openSales\":"
                + books.sales().openCount()
                + ",\"byProductAndDay\":"
                + array(books.rows().stream().map(Json::of).toList())
                + head(head)
                + last(result.last())
                + "}";
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
    static String ofUnreadable(String error) {
        Findings findings = new Findings();
        findings.add(0, error);
        return of(new Result(null, findings, 0, null, Books.ofWhole(SeenSales.ofAbout(0))));
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
                + quote(row.day())
                + ",\"product\":"
                + quote(row.product())
                + ",\"delivered\":"
                + row.delivered()
                + ",\"amountMinor\":"
                + row.amountMinor()
                + ",\"refundedMinor\":"
                + row.refundedMinor()
                + ",\"heldMinor\":"
                + row.heldMinor()
                + "}";
    }

    static String array(List<String> members) {
        return members.stream().collect(Collectors.joining(",", "[", "]"));
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
