package org.assistcounter.fleet.operators;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.fleet.operators.store.AuditStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells every line of the audit with its hash to the server's log, which is collected on another
 * machine: whoever rewrites the table and all its hashes does not rewrite that. At least once, in
 * order.
 */
@Component
class AuditTelling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("audit");
    private static final Logger OWN_LOG = LoggerFactory.getLogger(AuditTelling.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE_MAX = 1_000;

    private final AuditStore store;
    private final TransactionalOperator transaction;
    private final Disposable.Swap running = Disposables.swap();

    AuditTelling(AuditStore store, TransactionalOperator transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running.update(
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(due -> tellSafely())
                        .subscribe());
    }

    @Override
    public void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        Disposable current = running.get();
        return current != null && !current.isDisposed();
    }

    /** Tells what there is to tell; how many lines. */
    Mono<Integer> tell() {
        return store.untold(AT_ONCE_MAX)
                .doOnNext(AuditTelling::write)
                .collectList()
                .flatMap(told -> note(told).thenReturn(told.size()))
                .as(transaction::transactional);
    }

    /** The last of each tenant. */
    private Mono<Void> note(List<AuditStore.Untold> told) {
        Map<String, Long> last = new TreeMap<>();
        told.forEach(each -> last.merge(each.tenant(), each.line().number(), Math::max));
        return Flux.fromIterable(last.entrySet())
                .concatMap(each -> store.told(each.getKey(), each.getValue()))
                .then();
    }

    private Mono<Integer> tellSafely() {
        return tell().onErrorResume(failure -> {
            OWN_LOG.warn("The log was not told of the audit; it is tried again.", failure);
            return Mono.empty();
        });
    }

    private static void write(AuditStore.Untold untold) {
        AuditLine line = untold.line();
        String words =
                "%s %d %s by %s: %s %s %s"
                        .formatted(
                                untold.tenant(),
                                line.number(),
                                line.hash(),
                                line.by(),
                                line.deed().action(),
                                line.deed().subject(),
                                line.deed().detail());
        // People write some of it, and a line of the log is one line.
        LOG.info("{}", Unseen.blanked(words));
    }
}
