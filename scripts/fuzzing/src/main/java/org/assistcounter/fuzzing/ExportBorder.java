package org.assistcounter.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.verifier.VerifyJournal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A journal that somebody brings on a stick, read by the second verifier. */
final class ExportBorder {
    private static final String RECORD = "record ";
    private static final int HEAD = 4;

    private ExportBorder() {}

    /** It says what it found in JSON, and what it takes for good our own check appends. */
    static void take(byte[] bytes) throws IOException {
        Path file = Scratch.of(bytes);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = VerifyJournal.run(List.of(file.toString(), "--json"), out, out);
        String json = said.toString(StandardCharsets.UTF_8).lines().toList().getLast();
        JsonNode result = JsonMapper.shared().readTree(json);
        boolean isGood = exit == VerifyJournal.GOOD;
        Require.same(isGood, result.path("errors").isEmpty(), "what is bad has an error");
        if (isGood) {
            agree(new String(bytes, StandardCharsets.ISO_8859_1), result);
        }
    }

    private static void agree(String text, JsonNode result) {
        List<String> lines = text.lines().toList();
        byte[] key = HexFormat.of().parseHex(lines.get(2).substring("key ".length()));
        ChainHead genesis =
                ChainHead.genesis(
                        new CounterId(
                                lines.get(1)
                                        .substring("counter ".length())
                                        .toLowerCase(Locale.ROOT)),
                        base64(lines.get(HEAD - 1).substring("certificate ".length())));
        List<byte[]> records = new ArrayList<>();
        lines.subList(HEAD, lines.size())
                .forEach(line -> records.add(base64(line.substring(RECORD.length()))));
        Require.same(result.path("records").asInt(), records.size(), "each record is counted");
        Verdict verdict = new ChainCheck(key, Ed25519::holds, _ -> null).judge(genesis, records);
        Require.that(
                verdict instanceof Verdict.Append append
                        && append.records().size() == records.size(),
                "both verifiers agree");
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
