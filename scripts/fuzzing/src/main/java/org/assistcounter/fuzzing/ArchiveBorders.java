package org.assistcounter.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assistcounter.protocol.export.Tar;
import org.assistcounter.verifier.VerifyJournal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export for an auditor from somebody who may have written each byte of it anew. */
final class ArchiveBorders {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int MAGIC_AT = 257;
    private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

    private ArchiveBorders() {}

    /** Any archive; its checksums are put right, so that more is looked at than these. */
    static void archive(byte[] bytes) throws IOException {
        byte[] archive = bytes.clone();
        int at = 0;
        while (at >= 0 && at + BLOCK <= archive.length) {
            if (at == 0) {
                System.arraycopy(MAGIC, 0, archive, MAGIC_AT, MAGIC.length);
            }
            seal(archive, at);
            at = next(archive, at);
        }
        verdict(archive);
    }

    private static void seal(byte[] archive, int at) {
        if (archive[at] == 0) {
            return;
        }
        Arrays.fill(archive, at + CHECKSUM_AT, at + CHECKSUM_AT + CHECKSUM_LENGTH, (byte) ' ');
        int sum = 0;
        for (int i = at; i < at + BLOCK; i++) {
            sum += archive[i] & 0xFF;
        }
        byte[] octal = String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(octal, 0, archive, at + CHECKSUM_AT, octal.length);
    }

    private static int next(byte[] archive, int at) {
        String octal = new String(archive, at + SIZE_AT, 11, StandardCharsets.ISO_8859_1);
        long size = octal.matches("[0-7]{11}") ? Long.parseLong(octal, 8) : 0;
        return (int) Math.min(archive.length, at + BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK);
    }

    static List<byte[]> archives() {
        Instant made = Instant.EPOCH;
        byte[] entry =
                Tar.entry(SmallExport.TREE_HEAD, SmallExport.file(SmallExport.TREE_HEAD), made);
        return List.of(Arrays.copyOf(entry, entry.length + Tar.END_LENGTH));
    }

    /** Only a manifest that says all of what is there, and nothing else, is taken for good. */
    static void manifest(byte[] text) throws IOException {
        if (verdict(SmallExport.archive(SmallExport.withManifest(text)))) {
            Require.same(claims(text), claims(SmallExport.manifest()), "what a manifest claims");
        }
    }

    static List<byte[]> manifests() {
        return List.of(SmallExport.manifest());
    }

    /** Lines but those that nothing here can prove: keys and signatures of others too. */
    private static Set<String> claims(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.matches("(range|made|epoch|\u2014) .*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is said of a counter is only good when it is what the records and the log show. */
    static void counter(byte[] text) throws IOException {
        exchanged(SmallExport.COUNTER_FILE, text);
    }

    static List<byte[]> counters() {
        return List.of(SmallExport.file(SmallExport.COUNTER_FILE));
    }

    /** A tree head is only good as the log signed it. */
    static void treeHead(byte[] text) throws IOException {
        exchanged(SmallExport.TREE_HEAD, text);
    }

    static List<byte[]> treeHeads() {
        return List.of(SmallExport.file(SmallExport.TREE_HEAD));
    }

    private static void exchanged(String name, byte[] content) throws IOException {
        Map<String, byte[]> files = SmallExport.with(name, content);
        if (verdict(SmallExport.archive(files))) {
            Require.same(claims(content), claims(SmallExport.file(name)), "what " + name + " says");
        }
    }

    /** Whether it is taken for good; what is not has an error, and what is has none. */
    private static boolean verdict(byte[] archive) throws IOException {
        Path file = Scratch.of(archive);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = VerifyJournal.run(List.of(file.toString(), "--json"), out, out);
        String json = said.toString(StandardCharsets.UTF_8).lines().toList().getLast();
        JsonNode result = JsonMapper.shared().readTree(json);
        boolean isGood = exit == VerifyJournal.GOOD;
        Require.same(isGood, result.path("errors").isEmpty(), "what is bad has an error");
        Require.that(exit != VerifyJournal.NOT_RUN, "a file that can be read gets a verdict");
        return isGood;
    }
}
