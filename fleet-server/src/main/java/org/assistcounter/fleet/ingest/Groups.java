package org.assistcounter.fleet.ingest;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.fleet.ingest.GroupQueue.Item;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where batches wait for the next transaction. While two groups are under way, one is prepared here
 * as the other is written there, and for a moment after they began, batches that come make up the
 * next. Nobody waits for a group to fill.
 */
@Component
class Groups {
    /** More than the link has under way, so that only a fault elsewhere meets it. */
    private static final int WAITING_MAX = 2_048;

    private static final int RECORDS_MAX = 4_096;
    private static final int GROUPS_MAX = 2;

    /**
     * A transaction costs so much more than one more batch in it that some are worth waiting for.
     */
    static final Duration REST = Duration.ofMillis(50);

    private final Function<List<Arrived>, Mono<List<GroupCommit.Outcome>>> commit;
    private final IngestMeters meters;
    private final Scheduler scheduler;
    private final GroupQueue<Waiting> queue =
            new GroupQueue<>(new GroupQueue.Limits(GROUPS_MAX, RECORDS_MAX, WAITING_MAX));

    @Autowired
    Groups(GroupCommit commits, IngestMeters meters) {
        this(commits::commit, meters, Schedulers.parallel());
    }

    /**
     * @param commit commits a group and never fails
     * @param scheduler by whose time a group rests, and where those who wait are told
     */
    Groups(
            Function<List<Arrived>, Mono<List<GroupCommit.Outcome>>> commit,
            IngestMeters meters,
            Scheduler scheduler) {
        this.commit = commit;
        this.scheduler = scheduler;
        this.meters = meters;
        meters.watchWaiting(this::waiting);
    }

    private synchronized int waiting() {
        return queue.waiting();
    }

    /** A batch, and who waits for what comes of it. */
    private record Waiting(Arrived batch, Sinks.One<Judged> outcome) {}

    /** Done when the batch is committed with others, or judged to be none to commit. */
    Mono<Judged> committed(Arrived batch) {
        return Mono.defer(() -> {
            Waiting waiting = new Waiting(batch, Sinks.one());
            if (!offered(new Item<>(batch.counter().id(), batch.size(), waiting))) {
                return Mono.error(() -> new IllegalStateException("Too many batches wait."));
            }
            goOn();
            return waiting.outcome().asMono().publishOn(scheduler);
        });
    }

    private synchronized boolean offered(Item<Waiting> item) {
        return queue.offer(item);
    }

    private synchronized List<Item<Waiting>> next() {
        return queue.next();
    }

    private void ended(List<Item<Waiting>> group) {
        synchronized (this) {
            queue.ended(group);
        }
        goOn();
    }

    private void left() {
        synchronized (this) {
            queue.left();
        }
        goOn();
    }

    private void goOn() {
        for (List<Item<Waiting>> group = next(); !group.isEmpty(); group = next()) {
            List<Item<Waiting>> going = group;
            Timer.Sample begun = meters.begins(going.size());
            Mono<Void> told =
                    commit.apply(going.stream().map(item -> item.batch().batch()).toList())
                            .doOnNext(outcomes -> meters.ends(begun))
                            .doOnNext(outcomes -> tell(going, outcomes))
                            .doFinally(end -> ended(going))
                            .then();
            Mono.when(told, rest(going)).doFinally(end -> left()).subscribe();
        }
    }

    /** Who comes alone has nobody to wait for. */
    private Mono<Long> rest(List<Item<Waiting>> group) {
        return group.size() == 1 ? Mono.empty() : Mono.delay(REST, scheduler);
    }

    private static void tell(List<Item<Waiting>> group, List<GroupCommit.Outcome> outcomes) {
        for (int i = 0; i < group.size(); i++) {
            Sinks.One<Judged> waiting = group.get(i).batch().outcome();
            switch (outcomes.get(i)) {
                case GroupCommit.Outcome.Committed(Judged judged) -> waiting.tryEmitValue(judged);
                case GroupCommit.Outcome.Failed(Throwable why) -> waiting.tryEmitError(why);
            }
        }
    }
}
