package org.assistcounter.fleet.ingest;

import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.assistcounter.fleet.ingest.GroupQueue.Item;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Where batches wait for the next transaction. While two groups are under way, one is prepared here
 * as the other is written there; batches that come meanwhile make up the next. Nobody waits for a
 * group to fill.
 */
@Component
class Groups {
    /** More than the link has lanes, so that only a fault elsewhere meets it. */
    private static final int WAITING_MAX = 1_024;

    private static final int RECORDS_MAX = 4_096;
    private static final int GROUPS_MAX = 2;

    private final GroupCommit commits;
    private final IngestMeters meters;
    private final GroupQueue<Waiting> queue =
            new GroupQueue<>(new GroupQueue.Limits(GROUPS_MAX, RECORDS_MAX, WAITING_MAX));

    Groups(GroupCommit commits, IngestMeters meters) {
        this.commits = commits;
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
            return waiting.outcome().asMono().publishOn(Schedulers.parallel());
        });
    }

    /** Whether as many groups are under way as may be. */
    synchronized boolean isFull() {
        return queue.isFull();
    }

    private synchronized boolean offered(Item<Waiting> item) {
        return queue.offer(item);
    }

    private synchronized List<Item<Waiting>> next() {
        return queue.next();
    }

    private synchronized void done(List<Item<Waiting>> group) {
        queue.done(group);
    }

    private void goOn() {
        for (List<Item<Waiting>> group = next(); !group.isEmpty(); group = next()) {
            List<Item<Waiting>> going = group;
            Timer.Sample begun = meters.begins(going.size());
            commits.commit(going.stream().map(item -> item.batch().batch()).toList())
                    .doOnNext(outcomes -> meters.ends(begun))
                    .subscribe(outcomes -> tell(going, outcomes));
        }
    }

    private void tell(List<Item<Waiting>> group, List<GroupCommit.Outcome> outcomes) {
        done(group);
        goOn();
        for (int i = 0; i < group.size(); i++) {
            Sinks.One<Judged> waiting = group.get(i).batch().outcome();
            switch (outcomes.get(i)) {
                case GroupCommit.Outcome.Committed(Judged judged) -> waiting.tryEmitValue(judged);
                case GroupCommit.Outcome.Failed(Throwable why) -> waiting.tryEmitError(why);
            }
        }
    }
}
