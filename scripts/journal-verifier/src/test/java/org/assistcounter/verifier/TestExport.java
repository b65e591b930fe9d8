package org.assistcounter.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Writes an export as the page says, from journals. Two leaves a counter: after its first two
 * records and after all. Files may be changed before they are written and hashed.
 */
final class TestExport {
    static final String ORIGIN = "https://fleet.example.org";
    static final String LOG = ORIGIN + "/log";

    final Ed25519PrivateKeyParameters logKey = key(1);
    final Ed25519PrivateKeyParameters checkpointKey = key(2);
    final Ed25519PrivateKeyParameters witnessKey = key(3);
    final Map<String, byte[]> files = new TreeMap<>();
    private final List<TestJournal> journals;
    private final List<String> leaves = new ArrayList<>();
    private final List<byte[]> leafBytes = new ArrayList<>();
    boolean extract;

    TestExport(TestJournal... journals) {
        this.journals = List.of(journals);
        for (TestJournal journal : journals) {
            leaf(journal, 2);
            leaf(journal, journal.records.size());
        }
    }

    static Ed25519PrivateKeyParameters key(int number) {
        byte[] seed = new byte[32];
        seed[31] = (byte) number;
        return new Ed25519PrivateKeyParameters(seed);
    }

    static TestJournal journal(int number) {
        TestJournal journal = new TestJournal();
        journal.counter[0] = (byte) number;
        journal.key = key(100 + number);
        journal.firstKey = journal.publicKey();
        journal.previous =
                Hashes.sha256(
                        "ACJ1-genesis\0".getBytes(StandardCharsets.US_ASCII),
                        journal.counter,
                        journal.certificate);
        return journal.begin();
    }

    private void leaf(TestJournal journal, int count) {
        byte[] record = journal.records.get(count - 1);
        byte[] leaf =
                ByteBuffer.allocate(64)
                        .put("ACL1".getBytes(StandardCharsets.US_ASCII))
                        .put(journal.counter)
                        .putInt(1)
                        .putLong(count)
                        .put(Hashes.ofRecord(record))
                        .array();
        leafBytes.add(leaf);
        leaves.add(TreeProof.leaf(leaf));
    }

    /** MTH of RFC 6962. */
    static String root(List<String> some) {
        if (some.size() == 1) {
            return some.getFirst();
        }
        int left = Integer.highestOneBit(some.size() - 1);
        HexFormat hex = HexFormat.of();
        return hex.formatHex(
                Hashes.sha256(
                        new byte[] {1},
                        hex.parseHex(root(some.subList(0, left))),
                        hex.parseHex(root(some.subList(left, some.size())))));
    }

    private static List<String> path(int index, List<String> some) {
        if (some.size() == 1) {
            return new ArrayList<>();
        }
        int left = Integer.highestOneBit(some.size() - 1);
        boolean isLeft = index < left;
        List<String> path =
                isLeft
                        ? path(index, some.subList(0, left))
                        : path(index - left, some.subList(left, some.size()));
        path.add(root(isLeft ? some.subList(left, some.size()) : some.subList(0, left)));
        return path;
    }

    private String leafLine(int index) {
        StringBuilder line = new StringBuilder(index + " " + base64(leafBytes.get(index)));
        path(index, leaves)
                .forEach(h -> line.append(' ').append(base64(HexFormat.of().parseHex(h))));
        return line.toString();
    }

    /** Makes all files but the manifest. */
    TestExport make() {
        treeHead(leaves.size(), leaves);
        treeHead(leaves.size() - 1, leaves.subList(0, leaves.size() - 1));
        List<String> proof = path(leaves.size() - 1, leaves);
        // The proof from n-1 to n for the sizes of these tests: 4 from 3, 2 from 1, 6 from 5.
        files.put("log/" + (leaves.size() - 1) + ".proof", utf8(consistency(proof)));
        for (int i = 0; i < journals.size(); i++) {
            counter(journals.get(i), i);
        }
        return this;
    }

    private String consistency(List<String> path) {
        StringBuilder text = new StringBuilder();
        List<String> hashes = new ArrayList<>();
        int size = leaves.size();
        if (size > 2) {
            // The old tree's last leaf stands alone: it comes first, then what is added.
            hashes.add(leaves.get(size - 2));
            hashes.add(leaves.get(size - 1));
            hashes.addAll(path.subList(1, path.size()));
        } else {
            hashes.add(leaves.get(1));
        }
        hashes.forEach(h -> text.append(base64(HexFormat.of().parseHex(h))).append('\n'));
        return text.toString();
    }

    void treeHead(int size, List<String> some) {
        String text = LOG + "\n" + size + "\n" + base64(HexFormat.of().parseHex(root(some))) + "\n";
        String note = text + "\n" + line(LOG, 1, logKey, sign(logKey, text), new byte[0]);
        String witnessed = "cosignature/v1\ntime 1800000000\n" + text;
        byte[] stamp = ByteBuffer.allocate(8).putLong(1_800_000_000).array();
        note += line("witness.example.org", 4, witnessKey, sign(witnessKey, witnessed), stamp);
        files.put("log/" + size + ".note", utf8(note));
    }

    static String keyText(String name, int type, Ed25519PrivateKeyParameters key) {
        byte[] raw = key.generatePublicKey().getEncoded();
        byte[] typed = CborWriter.join(new byte[] {(byte) type}, raw);
        return name + "+" + HexFormat.of().formatHex(id(name, type, raw)) + "+" + base64(typed);
    }

    private static byte[] id(String name, int type, byte[] raw) {
        byte[] digest = Hashes.sha256(utf8(name), new byte[] {'\n', (byte) type}, raw);
        return Arrays.copyOf(digest, 4);
    }

    private static String line(
            String name,
            int type,
            Ed25519PrivateKeyParameters key,
            byte[] signature,
            byte[] stamp) {
        byte[] raw = key.generatePublicKey().getEncoded();
        byte[] blob = CborWriter.join(CborWriter.join(id(name, type, raw), stamp), signature);
        return "\u2014 " + name + " " + base64(blob) + "\n";
    }

    private static byte[] sign(Ed25519PrivateKeyParameters key, String text) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        byte[] message = utf8(text);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private void counter(TestJournal journal, int number) {
        String id = HexFormat.of().formatHex(journal.counter);
        int first = extract ? 3 : 1;
        int last = journal.records.size();
        StringBuilder text = new StringBuilder("assistance-counter-evidence 1\n");
        text.append("counter ").append(id).append('\n');
        text.append("key ");
        text.append(HexFormat.of().formatHex(journal.key.generatePublicKey().getEncoded()));
        text.append("\ncertificate ").append(base64(journal.certificate)).append('\n');
        if (extract) {
            text.append("after ").append(base64(journal.records.get(1))).append('\n');
            text.append("after-leaf ").append(leafLine(2 * number)).append('\n');
        }
        text.append("records ").append(first).append(' ').append(last).append('\n');
        text.append("leaf ").append(leafLine(2 * number + 1)).append('\n');
        byte[] hash = Hashes.ofRecord(journal.records.getLast());
        String note = checkpoint(checkpointKey, journal.counter, last, hash, 1);
        text.append("checkpoint ").append(base64(utf8(note))).append('\n');
        files.put("counters/" + id + "/counter.txt", utf8(text.toString()));
        int middle = (first + last) / 2;
        records(id, journal, first, middle);
        records(id, journal, middle + 1, last);
    }

    /** The fleet's word that it has a journal up to a record. */
    static String checkpoint(
            Ed25519PrivateKeyParameters key, byte[] counter, long seq, byte[] hash, int epoch) {
        String word =
                "%s/counter/%s\n%d\n%s\nepoch %d\ntime 2026-11-29T03:00:00Z\n"
                        .formatted(
                                ORIGIN,
                                HexFormat.of().formatHex(counter),
                                seq,
                                base64(hash),
                                epoch);
        byte[] signature = sign(key, word);
        return word + "\n" + line(ORIGIN + "/checkpoint", 1, key, signature, new byte[0]);
    }

    private void records(String id, TestJournal journal, int first, int last) {
        byte[] all = new byte[0];
        for (byte[] record : journal.records.subList(first - 1, last)) {
            all = CborWriter.join(all, record);
        }
        files.put("counters/" + id + "/" + String.format("%020d.records", first), all);
    }

    /** The manifest of the files as they are now. */
    TestExport seal() {
        StringBuilder text = new StringBuilder("assistance-counter-export 1\norigin ");
        text.append(ORIGIN).append("\nrange - -\nmade 2026-11-29T03:00:00Z\ncheckpoint-key ");
        text.append(HexFormat.of().formatHex(checkpointKey.generatePublicKey().getEncoded()));
        text.append("\nlog-key ").append(keyText(LOG, 1, logKey)).append("\nwitness-key ");
        text.append(keyText("witness.example.org", 4, witnessKey)).append('\n');
        long records = 0;
        files.forEach((name, bytes) -> {
            if (!name.endsWith(".records")) {
                String hash = HexFormat.of().formatHex(Hashes.sha256(bytes));
                text.append("file " + hash + " " + bytes.length + " " + name + "\n");
            }
        });
        for (TestJournal journal : journals) {
            String id = HexFormat.of().formatHex(journal.counter);
            byte[] all = new byte[0];
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().startsWith("counters/" + id) && file.getKey().endsWith("s")) {
                    all = CborWriter.join(all, file.getValue());
                }
            }
            int first = extract ? 3 : 1;
            records += journal.records.size() - first + 1;
            text.append("records " + id + " " + first + " " + journal.records.size() + " ");
            text.append(all.length + " " + HexFormat.of().formatHex(Hashes.sha256(all)) + "\n");
        }
        text.append("end " + journals.size() + " " + records + "\n");
        files.put("manifest.txt", utf8(text.toString()));
        return this;
    }

    Path write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    /** The bytes of a file that is there. */
    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
