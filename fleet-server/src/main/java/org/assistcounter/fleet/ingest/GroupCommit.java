package org.assistcounter.fleet.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.database.SqlStates;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.evidence.KeyReplaced;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Commits batches of many counters in one transaction: heads locked in one order, each batch judged
 * for itself, records kept and booked, each table written once. What fails because of one of them
 * is done again one by one, so that the others are committed.
 */
@Component
class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int TRIES = 3;

    private final Shards shards;
    private final Evidence evidence;
    private final Bookings bookings;
    private final Counters counters;
    private final TransactionalOperator transaction;

    GroupCommit(
            Shards shards,
            Evidence evidence,
            Bookings bookings,
            Counters counters,
            TransactionalOperator transaction) {
        this.shards = shards;
        this.evidence = evidence;
        this.bookings = bookings;
        this.counters = counters;
        this.transaction = transaction;
    }

    /** What came of one batch. */
    sealed interface Outcome {
        /** It is judged; what is new of it is committed. */
        record Committed(Judged judged) implements Outcome {}

        /** Nothing of it is kept; the counter will send it again. */
        record Failed(Throwable why) implements Outcome {}
    }

    /** How appended records are booked. */
    private interface Book {
        Mono<Void> all(List<Bookings.Accepted> accepted);
    }

    /** What came of each, in the order of the group; never an error. */
    Mono<List<Outcome>> commit(List<Arrived> group) {
        return Mono.defer(() -> once(group, bookings::book))
                .map(GroupCommit::committed)
                .onErrorResume(GroupCommit::isOfSome, failure -> separately(group, failure))
                .onErrorResume(failure -> Mono.just(failed(group.size(), failure)));
    }

    /** Whether others could be committed though the group could not. */
    private static boolean isOfSome(Throwable failure) {
        return Bookings.isOfTheRecords(failure)
                || SqlStates.isOfTheMoment(failure)
                || failure instanceof KeyReplaced;
    }

    private Mono<List<Outcome>> separately(List<Arrived> group, Throwable failure) {
        LOG.info("A group of {} is committed one by one: {}", group.size(), failure.toString());
        return Flux.fromIterable(group).concatMap(this::alone).collectList();
    }

    private Mono<Outcome> alone(Arrived batch) {
        return Mono.defer(() -> once(List.of(batch), bookings::book))
                .retryWhen(Retry.max(TRIES).filter(SqlStates::isOfTheMoment))
                .onErrorResume(
                        Bookings::isOfTheRecords,
                        refused -> once(List.of(batch), bookings::bookOneByOne))
                .onErrorResume(KeyReplaced.class, _ -> lookedUpAnew(batch))
                .map(judged -> committed(judged).getFirst())
                .onErrorResume(failure -> Mono.just(new Outcome.Failed(failure)));
    }

    /** Another instance, or this one, has given the counter another key in the last seconds. */
    private Mono<List<Judged>> lookedUpAnew(Arrived batch) {
        CounterId id = batch.counter().id();
        counters.forget(id);
        return counters.find(id)
                .flatMap(fresh -> once(List.of(batch.of(fresh)), bookings::bookOneByOne));
    }

    private Mono<List<Judged>> once(List<Arrived> group, Book book) {
        List<Counter> counters = group.stream().map(Arrived::counter).toList();
        return shards.hold(counters.stream().map(Counter::id).toList())
                .then(Mono.defer(() -> evidence.lock(counters)))
                .flatMap(heads ->
                        evidence.hashes(GroupJudge.asked(group, heads))
                                .map(known -> new GroupJudge(heads, known)))
                .flatMap(judge -> keep(group, judge, book))
                .as(transaction::transactional);
    }

    private Mono<List<Judged>> keep(List<Arrived> group, GroupJudge judge, Book book) {
        List<Judged> all = new ArrayList<>();
        List<Bookings.Accepted> accepted = new ArrayList<>();
        Map<CounterId, Long> seen = new HashMap<>();
        for (Arrived batch : group) {
            Judged judged = judge.judge(batch);
            all.add(judged);
            if (judged.verdict() instanceof Verdict.Append append) {
                accepted.add(new Bookings.Accepted(batch.counter(), append));
                seen.put(batch.counter().id(), append.head().seq());
            }
        }
        return evidence.append(judge.appended())
                .then(Mono.defer(() -> book.all(accepted)))
                .then(Mono.defer(() -> counters.markSeen(seen)))
                .thenReturn(all);
    }

    private static List<Outcome> committed(List<Judged> all) {
        return all.stream().<Outcome>map(Outcome.Committed::new).toList();
    }

    private static List<Outcome> failed(int count, Throwable failure) {
        return Collections.nCopies(count, new Outcome.Failed(failure));
    }
}
