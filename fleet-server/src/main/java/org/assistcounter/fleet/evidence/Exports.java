package org.assistcounter.fleet.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.fleet.counters.JournalKeys;
import org.assistcounter.fleet.enrolment.CheckpointKey;
import org.assistcounter.fleet.evidence.store.EvidenceStore;
import org.assistcounter.fleet.evidence.store.RecordPages;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.protocol.export.CounterFile;
import org.assistcounter.protocol.export.Manifest;
import org.assistcounter.protocol.export.Tar;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.transparency.HeadLeaf;
import org.assistcounter.protocol.transparency.LogProof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the archive of TRANSPARENCY.md, "Export", page by page out of the tables. Memory holds a
 * page and a line for each counter. What is read never changes, so no transaction is kept open; the
 * manifest comes last, and without it an export is not complete.
 */
@Service
public class Exports {
    private static final int PAGE = 2_000;

    private final FleetLog log;
    private final Cosigning cosigning;
    private final ExportPlan plan;
    private final JournalKeys keys;
    private final RecordPages pages;
    private final EvidenceStore store;
    private final FleetFacts facts;

    Exports(
            FleetLog log,
            Cosigning cosigning,
            ExportPlan plan,
            JournalKeys keys,
            RecordPages pages,
            EvidenceStore store,
            FleetFacts facts) {
        this.log = log;
        this.cosigning = cosigning;
        this.plan = plan;
        this.keys = keys;
        this.pages = pages;
        this.store = store;
        this.facts = facts;
    }

    /** Who we are and what time it is. */
    @Component
    record FleetFacts(FleetSettings settings, CheckpointKey checkpoints, Clock clock) {
        String origin() {
            return settings.origin().toString();
        }
    }

    /** One export while it is written. */
    private record Run(Manifest manifest, long size, Instant made, ExportProgress progress) {
        byte[] file(String name, byte[] content) {
            manifest.file(name, content);
            return Tar.entry(name, content, made);
        }
    }

    /** Whether the counter and the sale that were asked for are there and the tenant's. */
    public Mono<Boolean> isKnown(Selection selection) {
        return plan.isKnown(selection);
    }

    /** The archive's bytes; empty when nothing that was asked for is in the log. */
    public Flux<byte[]> archive(Selection selection, ExportProgress progress) {
        return log.grow()
                .then(log.head())
                .map(FleetLog::read)
                .flatMapMany(head -> {
                    Instant made = facts.clock().instant();
                    Manifest manifest = new Manifest(fleetKeys(), selection.range(), made);
                    Run run = new Run(manifest, head.size(), made, progress);
                    Flux<Extract> extracts = plan.extracts(selection, head.size());
                    return Flux.concat(
                            heads(selection, run),
                            extracts.concatMap(extract -> counter(extract, run), 1),
                            Mono.fromSupplier(() -> last(run)));
                });
    }

    private Manifest.Keys fleetKeys() {
        return new Manifest.Keys(
                facts.origin(),
                new Hash(facts.checkpoints().publicKey()),
                log.key(),
                cosigning.witnesses());
    }

    private static byte[] last(Run run) {
        byte[] manifest = Tar.entry(Manifest.NAME, run.manifest().bytes(), run.made());
        run.progress().finished();
        // The end of an archive is blocks of zeros.
        return Arrays.copyOf(manifest, manifest.length + Tar.END_LENGTH);
    }

    /** The newest head, and older ones with the proof that it begins with them. */
    private Flux<byte[]> heads(Selection selection, Run run) {
        return plan.heads(selection, run.size())
                .concatMap(note -> {
                    long size = FleetLog.read(note).size();
                    byte[] file = run.file("log/" + size + ".note", utf8(note.note()));
                    return size == run.size()
                            ? Flux.just(file)
                            : log.consistency(size, run.size())
                                    .map(path -> run.file("log/" + size + ".proof", proof(path)))
                                    .flatMapMany(proof -> Flux.just(file, proof));
                });
    }

    private static byte[] proof(List<Hash> path) {
        return utf8(LogProof.hashes(path));
    }

    private Flux<byte[]> counter(Extract extract, Run run) {
        Extract.Sum sum = new Extract.Sum();
        Flux<byte[]> records =
                pages.of(extract.counter().id(), extract.firstSeq(), extract.lastSeq(), PAGE)
                        .map(page -> records(extract, page, sum, run));
        return head(extract, run.size())
                .map(head -> run.file(head.name(), head.bytes()))
                .concatWith(records)
                .doOnComplete(() -> {
                    run.manifest().records(extract.counter().id(), sum.of(extract));
                    run.progress().counterDone();
                });
    }

    private static byte[] records(
            Extract extract, RecordPages.Page page, Extract.Sum sum, Run run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] record : page.records()) {
            bytes.writeBytes(record);
            sum.add(record);
        }
        run.progress().records(page.records().size(), bytes.size());
        String name = CounterFile.records(extract.counter().id(), page.firstSeq());
        return Tar.entry(name, bytes.toByteArray(), run.made());
    }

    private Mono<CounterFile> head(Extract extract, long size) {
        return keysOf(extract).flatMap(keys -> head(extract, keys, size));
    }

    /** The registry knows a new key before the log has a record that it signed. */
    private Mono<CounterFile.Keys> keysOf(Extract extract) {
        return keys.of(extract.counter()).map(all -> exported(all, extract.lastSeq()));
    }

    private static CounterFile.Keys exported(List<JournalKey> all, long lastSeq) {
        return new CounterFile.Keys(
                raw(all.getFirst()),
                all.getFirst().certificate(),
                all.stream()
                        .skip(1)
                        .filter(key -> key.fromSeq() <= lastSeq)
                        .map(key ->
                                new CounterFile.LaterKey(
                                        key.epoch(), key.fromSeq(), raw(key), key.certificate()))
                        .toList());
    }

    private static Hash raw(JournalKey key) {
        return new Hash(Base64.getDecoder().decode(key.publicKey()));
    }

    private Mono<CounterFile> head(Extract extract, CounterFile.Keys keys, long size) {
        Logged after = extract.after();
        Mono<CounterFile> whole =
                place(extract.last(), size).map(end -> file(extract, keys, null, end));
        if (after == null) {
            return whole;
        }
        return Mono.zip(
                        store.record(extract.counter().id(), after.leaf().seq()),
                        place(after, size),
                        CounterFile.Anchor::of)
                .zipWith(place(extract.last(), size))
                .map(both -> file(extract, keys, both.getT1(), both.getT2()));
    }

    private Mono<CounterFile.Place> place(Logged logged, long size) {
        return log.inclusion(logged.index(), size)
                .map(path -> new CounterFile.Place(logged.index(), logged.leaf(), path));
    }

    private CounterFile file(
            Extract extract,
            CounterFile.Keys keys,
            CounterFile.@Nullable Anchor begin,
            CounterFile.Place end) {
        return new CounterFile(
                extract.counter().id(), keys, begin, end, checkpoint(extract.last().leaf()));
    }

    private String checkpoint(HeadLeaf leaf) {
        Instant now = facts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return CheckpointNote.sign(
                new Checkpoint(
                        facts.origin(), leaf.counter(), leaf.epoch(), leaf.seq(), leaf.hash(), now),
                facts.checkpoints());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
