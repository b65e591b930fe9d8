package org.assistcounter.fleet.ingest;

import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.link.MessageLimit;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.JournalBatch;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes batches of records: judged, kept and booked in one transaction with those of other
 * counters, under the head's lock, and answered after the commit. Only then does the counter's
 * cursor move.
 */
@Component
class JournalDesk {
    private final Groups groups;
    private final Attempts attempts;
    private final Answers answers;
    private final Refusals refusals;
    private final Commits commits;
    private final MessageLimit limit;
    private final IngestMeters meters;

    JournalDesk(
            Groups groups,
            Attempts attempts,
            Answers answers,
            Refusals refusals,
            Commits commits,
            MessageLimit limit,
            IngestMeters meters) {
        this.groups = groups;
        this.attempts = attempts;
        this.answers = answers;
        this.refusals = refusals;
        this.commits = commits;
        this.limit = limit;
        this.meters = meters;
    }

    Mono<Void> received(Counter counter, Uplink message) {
        try {
            JournalBatch batch = JournalBatch.decode(message.payload());
            return Mono.fromCallable(() -> Arrived.of(counter, batch))
                    .subscribeOn(Schedulers.parallel())
                    .flatMap(groups::committed)
                    .flatMap(judged ->
                            answer(counter, judged, message)
                                    .doOnSuccess(
                                            done -> meters.answered(message, judged.verdict())));
        } catch (MalformedCborException e) {
            return refusals.keep(counter, message, "malformed", String.valueOf(e.getMessage()));
        }
    }

    private Mono<Void> answer(Counter counter, Judged judged, Uplink message) {
        Ruling ruling = IngestRules.received(judged.before(), judged.verdict());
        return switch (judged.verdict()) {
            case Verdict.Append append -> {
                String tenant = counter.place().tenant();
                commits.tell(new Commit(counter.id(), tenant, append.head().seq()));
                yield answers.give(counter, message, ruling)
                        .then(Mono.fromRunnable(attempts::wake));
            }
            case Verdict.Duplicate _ -> {
                limit.saidAgain(counter.id());
                yield answers.give(counter, message, ruling);
            }
            case Verdict.Gap _, Verdict.Fork _, Verdict.Damaged _, Verdict.WrongTotals _ ->
                    answers.give(counter, message, ruling);
        };
    }
}
