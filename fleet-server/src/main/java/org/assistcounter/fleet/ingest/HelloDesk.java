package org.assistcounter.fleet.ingest;

import java.time.Clock;
import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.Hello;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers a counter's first word: where to go on, or that its journal is not believed. */
@Component
class HelloDesk {
    /** Less than half of what one busy machine was measured to take in (DESIGN.md). */
    private static final long RECORDS_PER_SECOND = 2_000;

    private final Evidence evidence;
    private final Counters counters;
    private final Answers answers;
    private final Refusals refusals;
    private final Commits commits;
    private final IngestMeters meters;
    private final Clock clock;
    private final Admission admission = new Admission(RECORDS_PER_SECOND);

    HelloDesk(
            Evidence evidence,
            Counters counters,
            Answers answers,
            Refusals refusals,
            Commits commits,
            IngestMeters meters,
            Clock clock) {
        this.evidence = evidence;
        this.counters = counters;
        this.answers = answers;
        this.refusals = refusals;
        this.commits = commits;
        this.meters = meters;
        this.clock = clock;
    }

    /** What it said, when it was answered; empty when it could not be read. */
    Mono<Hello> received(Counter counter, Uplink message) {
        Hello hello;
        try {
            hello = Hello.decode(message.payload());
        } catch (MalformedCborException e) {
            return refusals.keep(counter, message, "malformed", String.valueOf(e.getMessage()))
                    .then(Mono.empty());
        }
        return evidence.headOfGreeted(counter)
                .flatMap(head -> answer(counter, head, hello, message))
                .then(counters.markGreeted(counter.id()))
                .doOnSuccess(
                        done -> commits.tell(new Commit(counter.id(), counter.place().tenant(), 0)))
                .thenReturn(hello);
    }

    private Mono<Void> answer(Counter counter, ChainHead head, Hello hello, Uplink message) {
        long epoch = counter.keys().epoch();
        List<Long> asked =
                IngestRules.asksForHash(head, hello) ? List.of(hello.headSeq()) : List.of();
        return evidence.hashes(counter.id(), asked)
                .map(known -> IngestRules.greeted(head, epoch, hello, known::get))
                .map(ruling -> admission.ruled(ruling, hello, clock.millis()))
                .doOnNext(meters::greeted)
                .flatMap(ruling -> answers.give(counter, message, ruling));
    }
}
