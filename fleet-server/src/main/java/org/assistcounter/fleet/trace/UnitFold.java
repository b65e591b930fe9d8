package org.assistcounter.fleet.trace;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.fleet.trace.store.FoldStore;
import org.assistcounter.fleet.trace.store.OriginStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts what went out and what lies where, behind the sales and on one instance: a row that all
 * counters share would make every sale of the fleet wait for it. What is taken and what is counted
 * is one transaction.
 */
@Component
public class UnitFold implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(UnitFold.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 10_000;

    private final FoldStore store;
    private final TransactionalOperator transaction;
    private final List<Work> works;
    private final Disposable running;

    UnitFold(
            FoldStore store,
            OriginStore origins,
            TransactionalOperator transaction,
            Shards shards) {
        this.store = store;
        this.transaction = transaction;
        works =
                List.of(
                        new Work(
                                origins.astray().flatMap(each -> origins.move(each).thenReturn(1L)),
                                1),
                        new Work(store.fold(AT_ONCE), AT_ONCE),
                        new Work(store.foldStock(AT_ONCE), AT_ONCE));
        running =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> turn(shards), 1)
                        .subscribe();
    }

    /**
     * Something to count.
     *
     * @param some some of it, and how many there were
     * @param many so many mean that there may be more
     */
    private record Work(Mono<Long> some, long many) {}

    /** Counts until nothing is left, or until it is another instance's turn. */
    private Mono<Void> turn(Shards shards) {
        return Flux.fromIterable(works)
                .concatMap(work -> done(work, shards::onFirst).onErrorResume(UnitFold::later))
                .then();
    }

    /** Counts until nothing is left, whosever turn it is. */
    public Mono<Void> run() {
        return Flux.fromIterable(works).concatMap(work -> done(work, some -> some)).then();
    }

    private Mono<Void> done(Work work, UnaryOperator<Mono<Long>> whose) {
        Mono<Long> some =
                whose.apply(store.alone().then(work.some()).as(transaction::transactional));
        return some.expand(taken -> taken < work.many() ? Mono.empty() : some).then();
    }

    private static Mono<Void> later(Throwable failure) {
        LOG.warn("What went out is not counted now: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
