package org.assistcounter.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of an export as one line of JSON; a journal's members have the same names in it. */
final class ExportJson {

    private ExportJson() {}

    static void print(ExportResult result, PrintStream out) throws IOException {
        Json.begin(result.records(), result.verdict(), result.findings(), out)
                .add(Json.figures(result.totals(), result.held()))
                .add(",\"openSales\":" + result.openSales())
                .add(",\"salesBegunBefore\":" + result.begunBefore())
                .add(",\"signatures\":" + result.signatures())
                .add(",\"signatureDebt\":" + result.signatureDebt())
                .add(",\"checkpoints\":" + result.checkpoints())
                .add(",\"byProductAndDay\":")
                .array(taker -> result.table().each(row -> taker.accept(Json.of(row))))
                .add(",\"byCounter\":")
                .array(taker ->
                        result.counters().entrySet().forEach(each -> taker.accept(counter(each))))
                .add(",\"origin\":" + Json.quote(result.contents().word("origin")))
                .add(",\"logKey\":" + Json.quote(result.contents().word("log-key")))
                .add(head(result.heads().newest()))
                .add(",\"cosignatures\":")
                .array(taker ->
                        result.heads().cosigned().forEach(each -> taker.accept(cosigned(each))))
                .add("}")
                .end();
    }

    private static String head(TreeProof.@Nullable Head head) {
        return head == null
                ? ""
                : ",\"treeSize\":" + head.size() + ",\"treeRoot\":" + Json.quote(head.root());
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
