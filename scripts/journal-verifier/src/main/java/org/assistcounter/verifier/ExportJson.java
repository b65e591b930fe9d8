package org.assistcounter.verifier;

import java.util.Map;

/** The result of an export as one line of JSON; a journal's members have the same names in it. */
final class ExportJson {

    private ExportJson() {}

    static String of(ExportResult result) {
        TreeProof.Head head = result.heads().newest();
        return "{\"records\":"
                + result.records()
                + ",\"verdict\":"
                + Json.quote(result.verdict())
                + ",\"errors\":"
                + Json.array(result.findings().kept().stream().map(Json::of).toList())
                + ",\"errorsNotListed\":"
                + result.findings().rest()
                + Json.figures(result.totals(), result.held())
                + ",\"openSales\":"
                + result.openSales()
                + ",\"salesBegunBefore\":"
                + result.begunBefore()
                + ",\"signatures\":"
                + result.signatures()
                + ",\"signatureDebt\":"
                + result.signatureDebt()
                + ",\"byProductAndDay\":"
                + Json.array(result.rows().stream().map(Json::of).toList())
                + ",\"byCounter\":"
                + Json.array(
                        result.counters().entrySet().stream().map(ExportJson::counter).toList())
                + ",\"origin\":"
                + Json.quote(result.contents().word("origin"))
                + ",\"logKey\":"
                + Json.quote(result.contents().word("log-key"))
                + (head == null
                        ? ""
                        : ",\"treeSize\":"
                                + head.size()
                                + ",\"treeRoot\":"
                                + Json.quote(head.root()))
                + ",\"cosignatures\":"
                + Json.array(result.heads().cosigned().stream().map(ExportJson::cosigned).toList())
                + "}";
    }

    private static String counter(Map.Entry<String, ExportResult.Counter> entry) {
        ExportResult.Counter counter = entry.getValue();
        return "{\"counter\":"
                + Json.quote(entry.getKey())
                + ",\"firstSeq\":"
                + counter.span().first()
                + ",\"lastSeq\":"
                + Long.toUnsignedString(counter.span().last())
                + ",\"lastHash\":"
                + Json.quote(counter.span().lastHash())
                + ",\"records\":"
                + counter.span().records()
                + Json.figures(counter.totals(), counter.held())
                + ",\"good\":"
                + counter.isGood()
                + "}";
    }

    private static String cosigned(TreeHeads.Cosigned word) {
        return "{\"witness\":"
                + Json.quote(word.witness())
                + ",\"treeSize\":"
                + word.size()
                + ",\"at\":"
                + Json.quote(word.at().toString())
                + "}";
    }
}
