package org.assistcounter.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an export says of one counter beside its records: the lines of its counter.txt. */
record CounterPage(
        ExportHead head,
        @Nullable String anchor,
        @Nullable Leaf anchorLeaf,
        long first,
        long last,
        Leaf leaf,
        String checkpoint) {

    private static final String TITLE = "assistance-counter-evidence 1";
    private static final List<String> WORDS =
            List.of("counter", "key", "certificate", "records", "leaf", "checkpoint");
    private static final List<String> OF_AN_EXTRACT = List.of("after", "after-leaf");

    /** A leaf of the log and its path to the root. */
    record Leaf(
            long index,
            String merkle,
            String counter,
            long epoch,
            long seq,
            String hash,
            List<String> path) {
        private static final int SIZE = 64;
        private static final String MAGIC = "41434c31";

        private static Leaf parse(String text) throws MalformedException {
            String[] words = text.split(" ", -1);
            if (words.length < 2) {
                throw new MalformedException("a leaf has an index and 64 bytes");
            }
            byte[] bytes = StrictBase64.decode(words[1]);
            String hex = HexFormat.of().formatHex(bytes);
            if (bytes.length != SIZE || !hex.startsWith(MAGIC)) {
                throw new MalformedException("a leaf is 64 bytes that begin with ACL1");
            }
            List<String> path = new ArrayList<>();
            for (String hash : List.of(words).subList(2, words.length)) {
                path.add(HexFormat.of().formatHex(StrictBase64.decode(hash)));
            }
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return new Leaf(
                    Contents.number(words[0]),
                    TreeProof.leaf(bytes),
                    hex.substring(8, 40),
                    Integer.toUnsignedLong(in.getInt(20)),
                    in.getLong(24),
                    hex.substring(64),
                    path);
        }
    }

    /** The record that the extract begins after; null when it begins with the journal. */
    byte @Nullable [] anchorRecord() throws MalformedException {
        String text = anchor;
        return text == null ? null : StrictBase64.decode(text);
    }

    static CounterPage parse(byte[] bytes) throws MalformedException {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
            throw new MalformedException("it does not begin with \"" + TITLE + "\"");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> epochs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 2);
            if (words.length == 2 && words[0].equals("epoch")) {
                epochs.add(words[1]);
                continue;
            }
            boolean isKnown = WORDS.contains(words[0]) || OF_AN_EXTRACT.contains(words[0]);
            if (!isKnown || words.length != 2 || fields.put(words[0], words[1]) != null) {
                throw new MalformedException(
                        "a line is empty, unknown or stands twice: " + words[0]);
            }
        }
        for (String word : WORDS) {
            if (!fields.containsKey(word)) {
                throw new MalformedException("the line \"" + word + " \u2026\" is missing");
            }
        }
        CounterPage page = of(fields);
        for (String epoch : epochs) {
            page.head().keys().add(epoch);
        }
        return page;
    }

    private static CounterPage of(Map<String, String> fields) throws MalformedException {
        String[] records = field(fields, "records").split(" ", -1);
        if (records.length != 2
                || fields.containsKey("after") != fields.containsKey("after-leaf")) {
            throw new MalformedException("the first and last record are not told");
        }
        String after = fields.get("after");
        String afterLeaf = fields.get("after-leaf");
        byte[] note = StrictBase64.decode(field(fields, "checkpoint"));
        return new CounterPage(
                ExportHead.of(
                        field(fields, "counter"),
                        field(fields, "key"),
                        field(fields, "certificate")),
                after,
                afterLeaf == null ? null : Leaf.parse(afterLeaf),
                Contents.number(records[0]),
                Contents.number(records[1]),
                Leaf.parse(field(fields, "leaf")),
                new String(note, StandardCharsets.UTF_8));
    }

    private static String field(Map<String, String> fields, String word) {
        return fields.getOrDefault(word, "");
    }
}
