package org.assistcounter.fleet.ingest;

import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers a counter's first word: where to go on, or that its journal is not believed. */
@Component
class HelloDesk {
    private final Evidence evidence;
    private final Counters counters;
    private final Replies replies;
    private final Refusals refusals;
    private final Commits commits;

    HelloDesk(
            Evidence evidence,
            Counters counters,
            Replies replies,
            Refusals refusals,
            Commits commits) {
        this.evidence = evidence;
        this.counters = counters;
        this.replies = replies;
        this.refusals = refusals;
        this.commits = commits;
    }

    Mono<Void> received(Counter counter, Uplink message) {
        Hello hello;
        try {
            hello = Hello.decode(message.payload());
        } catch (MalformedCborException e) {
            return refusals.keep(counter, message, "malformed", String.valueOf(e.getMessage()));
        }
        return evidence.head(counter)
                .flatMap(head -> answer(counter, head, hello, message))
                .then(counters.markSeen(counter.id(), 0))
                .doOnSuccess(done ->
                        commits.tell(new Commit(counter.id(), counter.place().tenant(), 0)));
    }

    private Mono<Void> answer(Counter counter, ChainHead head, Hello hello, Uplink message) {
        if (hello.headSeq() < head.seq()) {
            return isLate(counter, hello)
                    .flatMap(late ->
                            late
                                    ? resume(head)
                                    : refuse(
                                            counter,
                                            message,
                                            "rollback",
                                            "the journal is shorter than it was"));
        }
        if (hello.headSeq() == head.seq() && !hello.headHash().equals(head.hash())) {
            return refuse(counter, message, "fork", "the journal ends in another record");
        }
        return resume(head);
    }

    /**
     * Whether it was true once and comes late or twice. A card that was put back cannot say so: its
     * start has written a record that nobody knows.
     */
    private Mono<Boolean> isLate(Counter counter, Hello hello) {
        return evidence.hashes(counter.id(), List.of(hello.headSeq()))
                .map(known -> known.containsValue(hello.headHash()));
    }

    private Mono<Void> resume(ChainHead head) {
        return replies.checkpoint(head)
                .then(replies.sync(head.counter(), new SyncAnswer.Resume(head.seq() + 1)));
    }

    private Mono<Void> refuse(Counter counter, Uplink message, String verdict, String reason) {
        return refusals.keep(counter, message, verdict, reason)
                .then(replies.sync(counter.id(), new SyncAnswer.Refused(reason)));
    }
}
