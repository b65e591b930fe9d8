package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assistcounter.protocol.export.CounterFile;
import org.assistcounter.protocol.export.Manifest;
import org.assistcounter.protocol.export.Tar;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Sha256;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.transparency.Frontier;
import org.assistcounter.protocol.transparency.HeadLeaf;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.Proofs;
import org.assistcounter.protocol.transparency.Tile;
import org.assistcounter.protocol.transparency.TreeHead;

/**
 * An export as the fleet writes it, of counters that were never there, each record signed. Pages go
 * to disk as they are made, so an export of any size takes little memory.
 */
final class ExportSample {
    private static final String ORIGIN = "https://fleet.example.org";
    private static final Instant MADE = Instant.parse("2026-11-29T00:00:00Z");
    private static final byte[] CERTIFICATE = {1, 2, 3};

    private final Ed25519 fleet = new Ed25519(new byte[Ed25519.KEY_LENGTH]);
    private final NoteKey log = NoteKey.ofNotes(ORIGIN + "/log", fleet.publicKey());
    private final Tile.Book tiles = new Tile.Book(Map.of());
    private final Manifest manifest =
            new Manifest(
                    new Manifest.Keys(ORIGIN, new Hash(fleet.publicKey()), log, List.of()),
                    new Manifest.Range(null, null),
                    MADE);
    private final OutputStream out;
    private long written;

    private ExportSample(OutputStream out) {
        this.out = out;
    }

    /** Where a page of records lies in the archive. */
    record Page(long at, int length) {}

    /** A counter's journal: where it ends, who signs it, its pages, and what the manifest says. */
    record Journal(ChainHead head, Ed25519 key, List<Page> pages, Manifest.Records records) {}

    /** Writes the archive, with a journal for each number of sales, and says what is in it. */
    static List<Journal> write(Path file, List<Integer> sales) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            ExportSample sample = new ExportSample(out);
            List<Journal> journals = sample.journals(sales);
            sample.finish(journals);
            return journals;
        }
    }

    private List<Journal> journals(List<Integer> sales) throws IOException {
        List<Future<Journal>> running = new ArrayList<>();
        List<Journal> journals = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < sales.size(); i++) {
                int number = i + 1;
                int count = sales.get(i);
                Callable<Journal> task = () -> journal(number, count);
                running.add(workers.submit(task));
            }
            for (Future<Journal> one : running) {
                journals.add(one.get());
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException(failure);
        }
        return journals;
    }

    private Journal journal(int number, int sales) throws IOException {
        byte[] seed = ByteBuffer.allocate(Ed25519.KEY_LENGTH).putInt(number).array();
        Ed25519 key = new Ed25519(seed);
        CounterId id = CounterId.of(Arrays.copyOf(Sha256.of(seed), CounterId.LENGTH));
        List<Page> pages = new ArrayList<>();
        MessageDigest digest = sha256();
        SampleJournal journal =
                new SampleJournal(
                        ChainHead.genesis(id, CERTIFICATE),
                        new SampleJournal.Signers(key, fleet, ORIGIN),
                        MADE.toEpochMilli(),
                        records -> {
                            digest.update(records);
                            long seq = 1 + (long) pages.size() * SampleJournal.PAGE;
                            pages.add(page(CounterFile.records(id, seq), records));
                        });
        ChainHead head = journal.write(sales);
        long bytes = pages.stream().mapToLong(Page::length).sum();
        Hash sum = new Hash(digest.digest());
        return new Journal(head, key, pages, new Manifest.Records(1, head.seq(), bytes, sum));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Journals are made side by side and take turns here. */
    private synchronized Page page(String name, byte[] records) throws IOException {
        byte[] entry = Tar.entry(name, records, MADE);
        long at = written + Tar.HEADER_LENGTH;
        put(entry);
        return new Page(at, records.length);
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private synchronized void finish(List<Journal> journals) throws IOException {
        Frontier frontier = Frontier.of(0, tiles);
        journals.forEach(journal -> frontier.append(leaf(journal).merkle(), tiles::put));
        TreeHead head = new TreeHead(log.name(), frontier.size(), frontier.root());
        file(
                "log/" + head.size() + ".note",
                head.sign(fleet).note().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < journals.size(); i++) {
            counter(journals.get(i), i, head.size());
        }
        put(Tar.entry(Manifest.NAME, manifest.bytes(), MADE));
        put(new byte[Tar.END_LENGTH]);
    }

    private static HeadLeaf leaf(Journal journal) {
        ChainHead head = journal.head();
        return new HeadLeaf(head.counter(), head.epoch(), head.seq(), head.hash());
    }

    private void counter(Journal journal, int index, long size) throws IOException {
        ChainHead head = journal.head();
        var path = Proofs.inclusion(index, size).stream().map(span -> span.hash(tiles)).toList();
        var checkpoint =
                new Checkpoint(ORIGIN, head.counter(), head.epoch(), head.seq(), head.hash(), MADE);
        CounterFile page =
                new CounterFile(
                        head.counter(),
                        new CounterFile.Keys(
                                new Hash(journal.key().publicKey()),
                                Base64.getEncoder().encodeToString(CERTIFICATE)),
                        null,
                        new CounterFile.Place(index, leaf(journal), path),
                        CheckpointNote.sign(checkpoint, fleet));
        file(page.name(), page.bytes());
        manifest.records(head.counter(), journal.records());
    }

    private void file(String name, byte[] content) throws IOException {
        manifest.file(name, content);
        put(Tar.entry(name, content, MADE));
    }
}
