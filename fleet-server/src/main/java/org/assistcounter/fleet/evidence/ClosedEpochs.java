package org.assistcounter.fleet.evidence;

import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.fleet.enrolment.EnrolmentRefused;
import org.assistcounter.fleet.enrolment.JournalBase;
import org.assistcounter.fleet.evidence.store.EvidenceStore;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says where a journal goes on with another key: behind all that is committed. */
@Component
class ClosedEpochs implements JournalBase.Keeper {
    private final EvidenceStore store;
    private final Evidence evidence;

    ClosedEpochs(EvidenceStore store, Evidence evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    /** The head stays locked, so that no batch of the old key slips behind it. */
    @Override
    public Mono<JournalBase> close(Counter counter) {
        long next = counter.keys().epoch() + 1;
        return store.lock(List.of(counter.id()))
                .next()
                .doOnNext(locked -> requireKeyOf(counter, locked.keyEpoch()))
                .filter(locked -> locked.head().seq() > 0)
                .map(EvidenceStore.Locked::head)
                .flatMap(head ->
                        store.giveTo(counter.id(), next)
                                .thenReturn(
                                        new JournalBase(next, head, evidence.checkpoint(head))));
    }

    /** Another card was faster between the look at the counter and this lock. */
    private static void requireKeyOf(Counter counter, long keyEpoch) {
        if (counter.keys().epoch() != keyEpoch) {
            throw new EnrolmentRefused(EnrolmentRefused.Reason.RENEWED_MEANWHILE);
        }
    }

    @Override
    public Mono<JournalBase> of(Counter counter, JournalKey key) {
        return Mono.justOrEmpty(key.note())
                .flatMap(note ->
                        store.record(counter.id(), key.fromSeq() - 1)
                                .map(record ->
                                        new JournalBase(
                                                key.epoch(), head(counter.id(), record), note)));
    }

    /** It was read when it was judged, so it can be read. */
    private static ChainHead head(CounterId counter, byte[] bytes) {
        try {
            return ChainHead.genesis(counter, new byte[0]).after(JournalRecord.read(bytes));
        } catch (MalformedRecordException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
