package org.assistcounter.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.export.CounterFile;
import org.assistcounter.protocol.export.Manifest;
import org.assistcounter.protocol.export.Tar;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Sha256;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.transparency.HeadLeaf;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.TreeHead;

/** An export of one counter as the fleet writes it, whose files may be exchanged. */
final class SmallExport {
    static final String COUNTER_FILE;
    static final String TREE_HEAD = "log/1.note";

    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final byte[] CERTIFICATE = {1, 2, 3};
    private static final Instant MADE = Instant.ofEpochSecond(1_795_000_000);
    private static final NoteKey LOG =
            NoteKey.ofNotes(Notes.ORIGIN + "/log", Notes.KEY.publicKey());
    private static final List<byte[]> RECORDS = new ArrayList<>();
    private static final ChainHead HEAD = written();
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

    static {
        HeadLeaf leaf = new HeadLeaf(COUNTER, HEAD.epoch(), HEAD.seq(), HEAD.hash());
        TreeHead tree = new TreeHead(LOG.name(), 1, leaf.merkle());
        CounterFile page =
                new CounterFile(
                        COUNTER,
                        new CounterFile.Keys(
                                new Hash(Notes.KEY.publicKey()),
                                Base64.getEncoder().encodeToString(CERTIFICATE)),
                        null,
                        new CounterFile.Place(0, leaf, List.of()),
                        checkpoint(HEAD));
        COUNTER_FILE = page.name();
        FILES.put(TREE_HEAD, tree.sign(Notes.KEY).note().getBytes(StandardCharsets.UTF_8));
        FILES.put(COUNTER_FILE, page.bytes());
    }

    private SmallExport() {}

    private static ChainHead written() {
        ChainHead head = ChainHead.genesis(COUNTER, CERTIFICATE).nextBoot();
        head = add(head, new Fact.Booted("0".repeat(32), "0.1.0", true));
        return add(head, new Fact.CheckpointSeen(checkpoint(head)));
    }

    private static ChainHead add(ChainHead head, Fact fact) {
        var clock = new ClockReading(5, MADE.toEpochMilli(), ClockReading.ClockQuality.FLEET, 20);
        JournalRecord record = JournalRecord.seal(head, fact, clock, Notes.KEY);
        RECORDS.add(record.bytes());
        return head.after(record);
    }

    private static String checkpoint(ChainHead head) {
        var word =
                new Checkpoint(Notes.ORIGIN, COUNTER, head.epoch(), head.seq(), head.hash(), MADE);
        return CheckpointNote.sign(word, Notes.KEY);
    }

    /** A file as it is. */
    static byte[] file(String name) {
        return FILES.getOrDefault(name, new byte[0]).clone();
    }

    /** With this file in the place of its own, and a manifest that says so. */
    static Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> files = new LinkedHashMap<>(FILES);
        files.put(name, content);
        files.put(Manifest.NAME, manifest(files));
        files.put(CounterFile.records(COUNTER, 1), records());
        return files;
    }

    /** The manifest as it is. */
    static byte[] manifest() {
        return manifest(FILES);
    }

    /** With this manifest. */
    static Map<String, byte[]> withManifest(byte[] text) {
        Map<String, byte[]> files = new LinkedHashMap<>(FILES);
        files.put(CounterFile.records(COUNTER, 1), records());
        files.put(Manifest.NAME, text);
        return files;
    }

    private static byte[] records() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        RECORDS.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] manifest(Map<String, byte[]> files) {
        Manifest manifest =
                new Manifest(
                        new Manifest.Keys(
                                Notes.ORIGIN, new Hash(Notes.KEY.publicKey()), LOG, List.of()),
                        new Manifest.Range(null, null),
                        MADE);
        files.forEach(manifest::file);
        byte[] records = records();
        manifest.records(
                COUNTER,
                new Manifest.Records(1, HEAD.seq(), records.length, new Hash(Sha256.of(records))));
        return manifest.bytes();
    }

    /** As it is fetched. */
    static byte[] archive(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach((name, content) -> out.writeBytes(Tar.entry(name, content, MADE)));
        out.writeBytes(new byte[Tar.END_LENGTH]);
        return out.toByteArray();
    }
}
