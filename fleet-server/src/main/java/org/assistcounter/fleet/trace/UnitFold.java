package org.assistcounter.fleet.trace;

import java.time.Duration;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.fleet.trace.store.FoldStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts what went out, behind the sales and on one instance: a row that all counters share would
 * make every sale of the fleet wait for it. What is taken and what is counted is one transaction.
 */
@Component
public class UnitFold implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(UnitFold.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 10_000;

    private final FoldStore store;
    private final TransactionalOperator transaction;
    private final Shards shards;
    private final Disposable running;

    UnitFold(FoldStore store, TransactionalOperator transaction, Shards shards) {
        this.store = store;
        this.transaction = transaction;
        this.shards = shards;
        running =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> turn().onErrorResume(UnitFold::later), 1)
                        .subscribe();
    }

    /** Counts until nothing is left, or until it is another instance's turn; how many packets. */
    private Mono<Long> turn() {
        return shards.onFirst(some())
                .expand(taken -> next(taken, shards.onFirst(some())))
                .reduce(0L, Long::sum);
    }

    /** Counts until nothing is left, whosever turn it is; how many packets. */
    public Mono<Long> run() {
        return some().expand(taken -> next(taken, some())).reduce(0L, Long::sum);
    }

    private Mono<Long> some() {
        return store.fold(AT_ONCE).as(transaction::transactional);
    }

    private static Mono<Long> next(long taken, Mono<Long> more) {
        return taken < AT_ONCE ? Mono.empty() : more;
    }

    private static Mono<Long> later(Throwable failure) {
        LOG.warn("What went out is not counted now: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
