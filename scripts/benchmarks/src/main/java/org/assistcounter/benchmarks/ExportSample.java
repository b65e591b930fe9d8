package org.assistcounter.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** An export as the fleet writes it, of counters that were never there, each record signed. */
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
    private final int sales;

    private ExportSample(OutputStream out, int sales) {
        this.out = out;
        this.sales = sales;
    }

    /** A counter's key and where its files of records lie in the archive. */
    record Journal(ChainHead head, Ed25519 key, List<byte[]> pages) {}

    /** Writes the archive; answers with the journals, whose bytes are kept for the reference. */
    static List<Journal> write(Path file, int counters, int sales) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            ExportSample sample = new ExportSample(out, sales);
            List<Journal> journals = sample.journals(counters);
            sample.finish(journals);
            return journals;
        }
    }

    private List<Journal> journals(int counters) throws IOException {
        List<Future<Journal>> running = new ArrayList<>();
        List<Journal> journals = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = 1; i <= counters; i++) {
                int number = i;
                Callable<Journal> task = () -> journal(number);
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

    private Journal journal(int number) {
        byte[] seed = ByteBuffer.allocate(Ed25519.KEY_LENGTH).putInt(number).array();
        Ed25519 key = new Ed25519(seed);
        CounterId id = CounterId.of(Arrays.copyOf(Sha256.of(seed), CounterId.LENGTH));
        SampleJournal journal =
                new SampleJournal(ChainHead.genesis(id, CERTIFICATE), key, MADE.toEpochMilli());
        return new Journal(journal.write(sales), key, journal.pages());
    }

    private void finish(List<Journal> journals) throws IOException {
        Frontier frontier = Frontier.of(0, tiles);
        journals.forEach(journal -> frontier.append(leaf(journal).merkle(), tiles::put));
        TreeHead head = new TreeHead(log.name(), frontier.size(), frontier.root());
        file(
                "log/" + head.size() + ".note",
                head.sign(fleet).note().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < journals.size(); i++) {
            counter(journals.get(i), i, head.size());
        }
        out.write(Tar.entry(Manifest.NAME, manifest.bytes(), MADE));
        out.write(new byte[Tar.END_LENGTH]);
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
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long seq = 1;
        for (byte[] records : journal.pages()) {
            out.write(Tar.entry(CounterFile.records(head.counter(), seq), records, MADE));
            all.writeBytes(records);
            seq += SampleJournal.PAGE;
        }
        Hash sum = new Hash(Sha256.of(all.toByteArray()));
        manifest.records(head.counter(), new Manifest.Records(1, head.seq(), all.size(), sum));
    }

    private void file(String name, byte[] content) throws IOException {
        manifest.file(name, content);
        out.write(Tar.entry(name, content, MADE));
    }
}
