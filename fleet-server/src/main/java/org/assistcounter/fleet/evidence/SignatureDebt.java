package org.assistcounter.fleet.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.assistcounter.fleet.evidence.store.EvidenceStore;
import org.assistcounter.fleet.evidence.store.SignatureStore;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.JournalRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The records whose own signature nobody has looked at yet: the newest of each batch proves the
 * others by its chain. How far each journal was looked at stands in its head and never goes back.
 */
@Service
public class SignatureDebt {
    private final SignatureStore store;
    private final EvidenceStore heads;

    SignatureDebt(SignatureStore store, EvidenceStore heads) {
        this.store = store;
        this.heads = heads;
    }

    /**
     * Records of one journal that follow each other.
     *
     * @param receivedAt when the last of them came
     */
    public record Stretch(
            String tenant, CounterId counter, List<JournalRecord> records, Instant receivedAt) {

        long firstSeq() {
            return records.getFirst().header().seq();
        }

        long lastSeq() {
            return records.getLast().header().seq();
        }
    }

    /** A record whose signature does not hold. */
    public record Bad(String tenant, CounterId counter, long seq) {}

    /**
     * How far it is.
     *
     * @param records how many there are
     * @param checked how many were looked at
     * @param bad how many of those are wrongly signed
     * @param oldest when the oldest came that waits; null when none waits
     */
    public record Standing(long records, long checked, long bad, @Nullable Instant oldest) {
        /** How many wait. */
        public long debt() {
            return records - checked;
        }
    }

    /**
     * The next to be looked at, of the journals that have waited longest. Nobody else is given any
     * until the transaction ends; none too while somebody else has some.
     */
    public Mono<List<Stretch>> take(int records) {
        return store.lock()
                .filter(isOurs -> isOurs)
                .flatMap(_ -> store.next(records).collectList())
                .map(SignatureDebt::stretches)
                .defaultIfEmpty(List.of());
    }

    private static List<Stretch> stretches(List<SignatureStore.Row> rows) {
        List<Stretch> all = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !rows.get(i).follows(rows.get(i - 1))) {
                all.add(stretch(rows.subList(begin, i)));
                begin = i;
            }
        }
        return all;
    }

    private static Stretch stretch(List<SignatureStore.Row> rows) {
        SignatureStore.Row last = rows.getLast();
        return new Stretch(
                last.tenant(),
                last.record().header().counter(),
                rows.stream().map(SignatureStore.Row::record).toList(),
                last.receivedAt());
    }

    /** They were looked at, and these do not hold; in the transaction that took them. */
    public Mono<Void> looked(Collection<Stretch> stretches, Collection<Bad> bad, Instant now) {
        List<SignatureStore.Step> steps =
                stretches.stream()
                        .map(each ->
                                new SignatureStore.Step(
                                        each.counter(),
                                        each.firstSeq() - 1,
                                        each.lastSeq(),
                                        each.receivedAt()))
                        .toList();
        return heads.lock(stretches.stream().map(Stretch::counter).toList())
                .then(Mono.defer(() -> store.move(steps)))
                .flatMap(rows ->
                        rows == steps.size()
                                ? store.add(bad, now)
                                : Mono.error(
                                        new IllegalStateException(
                                                "Records were looked at that follow no other.")));
    }

    /** Of all journals. */
    public Mono<Standing> standing() {
        return store.standing();
    }

    /** Of a tenant's. */
    public Mono<Standing> standing(String tenant) {
        return store.standing(tenant);
    }
}
