package org.assistcounter.fleet.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.assistcounter.fleet.enrolment.TreeHeadKey;
import org.assistcounter.fleet.evidence.store.LogStore;
import org.assistcounter.fleet.evidence.store.TreeHeadStore;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.Frontier;
import org.assistcounter.protocol.transparency.LogProof;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.Proofs;
import org.assistcounter.protocol.transparency.SignedNote;
import org.assistcounter.protocol.transparency.Span;
import org.assistcounter.protocol.transparency.Tile;
import org.assistcounter.protocol.transparency.TreeHead;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The fleet's log of where journals stand. It grows behind the ingest, from heads that are
 * committed, so that a batch never waits for it. Leaves, tree and signed head are one transaction:
 * after a crash the log is what was committed, and no head is shown before it is.
 */
@Service
public class FleetLog {
    /** So many journals in one transaction; more follow at once in the next. */
    static final int AT_ONCE = 5_000;

    private final LogStore store;
    private final TreeHeadStore heads;
    private final TreeHeadKey signer;
    private final NoteKey key;
    private final TransactionalOperator transaction;
    private final Clock clock;

    FleetLog(
            LogStore store,
            TreeHeadStore heads,
            TreeHeadKey signer,
            FleetSettings settings,
            LogSettings logSettings,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.heads = heads;
        this.signer = signer;
        this.key = NoteKey.ofNotes(settings.origin() + logSettings.name(), signer.publicKey());
        this.transaction = transaction;
        this.clock = clock;
    }

    /** By what its heads are checked. */
    public NoteKey key() {
        return key;
    }

    /**
     * Takes in every journal that has gone on, and signs the new head. Says how many; none too
     * while another instance does it.
     */
    public Mono<Long> grow() {
        return growOnce()
                .expand(count -> count == AT_ONCE ? growOnce() : Mono.empty())
                .reduce(0L, Long::sum);
    }

    private Mono<Integer> growOnce() {
        return store.lock()
                .flatMap(log ->
                        store.advanced(AT_ONCE)
                                .collectList()
                                .filter(leaves -> !leaves.isEmpty())
                                .flatMap(leaves -> append(log, leaves).thenReturn(leaves.size())))
                .as(transaction::transactional)
                .defaultIfEmpty(0);
    }

    private Mono<Void> append(LogStore.Size log, List<Logged> leaves) {
        return store.tiles(Tile.of(Frontier.needed(log.size())))
                .flatMap(tiles -> {
                    Tile.Book book = new Tile.Book(tiles);
                    Frontier frontier = Frontier.of(log.size(), book);
                    if (!frontier.root().equals(log.root())) {
                        return Mono.error(
                                new IllegalStateException("the log's tiles are not its root's"));
                    }
                    leaves.forEach(logged -> frontier.append(logged.leaf().merkle(), book::put));
                    return keep(log.size(), leaves, frontier, book);
                });
    }

    private Mono<Void> keep(long before, List<Logged> leaves, Frontier frontier, Tile.Book book) {
        Instant now = clock.instant();
        TreeHead head = new TreeHead(key.name(), frontier.size(), frontier.root());
        return store.append(before, leaves, now)
                .then(store.put(book))
                .then(store.move(new LogStore.Size(head.size(), head.root())))
                .then(heads.add(head.size(), head.sign(signer), now));
    }

    /** The newest signed head with its cosignatures; empty while nothing was ever logged. */
    public Mono<SignedNote> head() {
        return heads.newest(key.name());
    }

    /** The newest signed head that a witness has cosigned. */
    public Mono<SignedNote> cosignedHead() {
        return heads.newestCosigned(key.name());
    }

    /** What a head of ours says. */
    public static TreeHead read(SignedNote head) {
        try {
            return TreeHead.read(head.text());
        } catch (MalformedNoteException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    /** Proves that a log of this size begins with the older one. */
    public Mono<List<Hash>> consistency(long oldSize, long size) {
        return hashes(Proofs.consistency(oldSize, size));
    }

    /** The path of a leaf in the log of this size. */
    public Mono<List<Hash>> inclusion(long index, long size) {
        return hashes(Proofs.inclusion(index, size));
    }

    private Mono<List<Hash>> hashes(List<Span> spans) {
        Collection<Tile> tiles =
                Tile.of(spans.stream().flatMap(span -> span.subtrees().stream()).toList());
        return store.tiles(tiles)
                .map(Tile.Book::new)
                .map(book -> spans.stream().map(span -> span.hash(book)).toList());
    }

    /** A leaf with the proof that it is in the newest signed log. */
    public record Proven(Logged logged, LogProof proof) {}

    /** The first leaf that covers this record of a counter, proven; empty when none does yet. */
    public Mono<Proven> prove(CounterId counter, long seq) {
        return heads.newest(key.name())
                .flatMap(head -> {
                    long size = read(head).size();
                    return store.covering(counter, seq, size)
                            .flatMap(logged -> prove(logged, head, size));
                });
    }

    private Mono<Proven> prove(Logged logged, SignedNote head, long size) {
        return inclusion(logged.index(), size)
                .map(path -> new Proven(logged, new LogProof(logged.index(), path, head)));
    }
}
