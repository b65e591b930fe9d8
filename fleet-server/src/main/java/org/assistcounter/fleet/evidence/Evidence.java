package org.assistcounter.fleet.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.database.Gathered;
import org.assistcounter.fleet.enrolment.CheckpointKey;
import org.assistcounter.fleet.evidence.store.EvidenceStore;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.Totals;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What counters have signed, kept as they signed it, and the fleet's word on how far it has it. */
@Service
public class Evidence {
    private final EvidenceStore store;
    private final CheckpointKey key;
    private final FleetSettings settings;
    private final Clock clock;
    private final Gathered<CounterId, ChainHead> greeted;

    Evidence(EvidenceStore store, CheckpointKey key, FleetSettings settings, Clock clock) {
        this.store = store;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
        this.greeted = new Gathered<>(2, ids -> store.find(ids).collectMap(ChainHead::counter));
    }

    /**
     * Where the counters' journals stand, locked until the transaction ends; {@link KeyReplaced}
     * when one of them has another key by now.
     */
    public Mono<Map<CounterId, ChainHead>> lock(Collection<Counter> counters) {
        Map<CounterId, Counter> wanted = new HashMap<>();
        counters.forEach(counter -> wanted.put(counter.id(), counter));
        return locked(counters, wanted.keySet())
                .flatMap(heads -> {
                    List<Head> begun = new ArrayList<>();
                    for (Counter counter : wanted.values()) {
                        if (!heads.containsKey(counter.id())) {
                            begun.add(new Head(counter.place().tenant(), genesis(counter)));
                        }
                    }
                    return begun.isEmpty()
                            ? Mono.just(heads)
                            : store.begin(begun).then(locked(counters, wanted.keySet()));
                });
    }

    private Mono<Map<CounterId, ChainHead>> locked(
            Collection<Counter> counters, Collection<CounterId> ids) {
        return Mono.defer(() -> store.lock(ids).collectMap(each -> each.head().counter()))
                .map(locked -> {
                    Map<CounterId, ChainHead> heads = new HashMap<>();
                    for (Counter counter : counters) {
                        EvidenceStore.Locked each = locked.get(counter.id());
                        if (each != null) {
                            KeyReplaced.unlessOf(counter, each.keyEpoch());
                            heads.put(counter.id(), each.head());
                        }
                    }
                    return heads;
                });
    }

    /** Where the counter's journal stands. */
    public Mono<ChainHead> head(Counter counter) {
        return store.find(counter.id()).defaultIfEmpty(genesis(counter));
    }

    /** The same, asked for with those of others that greet now; in no transaction. */
    public Mono<ChainHead> headOfGreeted(Counter counter) {
        return greeted.of(counter.id()).switchIfEmpty(Mono.fromSupplier(() -> genesis(counter)));
    }

    private static ChainHead genesis(Counter counter) {
        byte[] certificate = Base64.getDecoder().decode(counter.keys().enrolmentCertificate());
        return ChainHead.genesis(counter.id(), certificate);
    }

    /** The hashes of those of these records that are known, by number. */
    public Mono<Map<Long, Hash>> hashes(CounterId counter, Collection<Long> seqs) {
        return seqs.isEmpty() ? Mono.just(Map.of()) : store.hashes(counter, seqs);
    }

    /** The hashes of those of these records that are known, by counter and number. */
    public Mono<Map<CounterId, Map<Long, Hash>>> hashes(
            Map<CounterId, ? extends Collection<Long>> seqs) {
        return seqs.isEmpty() ? Mono.just(Map.of()) : store.hashes(seqs);
    }

    /**
     * Records of one journal that were judged to follow.
     *
     * @param before where the journal was locked
     * @param isSigned whether the signature of each was looked at and holds
     */
    public record Appended(
            String tenant,
            List<JournalRecord> records,
            ChainHead before,
            ChainHead after,
            boolean isSigned) {}

    /** Keeps records and moves their heads, in the transaction that has locked them. */
    public Mono<Void> append(Collection<Appended> all) {
        if (all.isEmpty()) {
            return Mono.empty();
        }
        Instant receivedAt = clock.instant();
        return store.move(all, receivedAt)
                .flatMap(rows ->
                        rows == all.size()
                                ? store.add(all, receivedAt)
                                : Mono.error(
                                        new IllegalStateException(
                                                "A head was moved though it was locked.")));
    }

    /** The signed word that everything up to this head is committed. */
    public String checkpoint(ChainHead head) {
        Checkpoint checkpoint =
                new Checkpoint(
                        settings.origin().toString(),
                        head.counter(),
                        head.epoch(),
                        head.seq(),
                        head.hash(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return CheckpointNote.sign(checkpoint, key);
    }

    /** Whose journal it is, and where it stands. */
    public record Head(String tenant, ChainHead head) {}

    /** Where a journal stands that has begun. */
    public Mono<ChainHead> head(CounterId counter) {
        return store.find(counter);
    }

    /** Where every journal stands. */
    public Flux<Head> heads() {
        return store.heads();
    }

    /** What these records alone add to their journal's running totals. */
    public Mono<Totals> added(CounterId counter, Collection<Long> seqs) {
        return Flux.fromIterable(seqs)
                .concatMap(seq ->
                        Mono.zip(
                                totals(counter, seq - 1),
                                totals(counter, seq),
                                Evidence::difference))
                .reduce(Totals.ZERO, Evidence::sum);
    }

    private static Totals difference(Totals before, Totals after) {
        return new Totals(
                after.chargedMinor() - before.chargedMinor(),
                after.refundedMinor() - before.refundedMinor(),
                after.dispensed() - before.dispensed(),
                after.sales() - before.sales());
    }

    private static Totals sum(Totals some, Totals more) {
        return new Totals(
                some.chargedMinor() + more.chargedMinor(),
                some.refundedMinor() + more.refundedMinor(),
                some.dispensed() + more.dispensed(),
                some.sales() + more.sales());
    }

    private Mono<Totals> totals(CounterId counter, long seq) {
        return store.record(counter, seq).map(Evidence::totals).defaultIfEmpty(Totals.ZERO);
    }

    /** They were read when they were judged, so they can be read. */
    private static Totals totals(byte[] bytes) {
        try {
            return JournalRecord.read(bytes).header().totals();
        } catch (MalformedRecordException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    /** All records of a counter in their exact bytes, oldest first. */
    public Flux<byte[]> records(CounterId counter) {
        return store.records(counter);
    }
}
