package org.assistcounter.fleet.directives;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.database.Gathered;
import org.assistcounter.fleet.directives.store.DirectiveStore;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.ReportedState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What counters say of the state that they sell by. A fleet that comes back says it at once, so
 * greetings are compared many in a query. Reports are written by the thousand and nobody waits for
 * it: a counter whose journal comes behind its report must not. Of each counter the newest waits;
 * one that is lost with the server is asked for again. Whoever is behind is told.
 */
@Service
public class Reports implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Duration WRITTEN_EVERY = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TOGETHER_MAX = 1_000;
    private static final int TOLD_AT_ONCE = 64;

    private final DirectiveStore store;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Gathered<CounterId, Standing> greeted;
    private final Map<CounterId, Said> waiting = new LinkedHashMap<>();
    private final Disposable running;

    Reports(DirectiveStore store, Deliveries deliveries, Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.clock = clock;
        this.greeted =
                new Gathered<>(
                        2,
                        ids -> store.find(ids).collectMap(Standing::counter, Function.identity()));
        this.running =
                Flux.interval(WRITTEN_EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> written(), 1)
                        .subscribe();
    }

    /** What a counter of a tenant has said. */
    public record Said(CounterId counter, String tenant, ReportedState state) {}

    /** A counter is there, and sells by this revision. */
    public Mono<Void> greeted(Counter counter, long revision) {
        return greeted.of(counter.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> greeted(counter, revision, known));
    }

    private Mono<Void> greeted(Counter counter, long revision, Optional<Standing> known) {
        long before = known.map(standing -> standing.reported().revision()).orElse(0L);
        if (before != revision) {
            reported(counter, new ReportedState(revision, 0, null));
            return Mono.empty();
        }
        return Mono.justOrEmpty(known).filter(Standing::isBehind).flatMap(deliveries::send);
    }

    /** A counter says how it stands; it is written soon. */
    public void reported(Counter counter, ReportedState state) {
        var said = new Said(counter.id(), counter.place().tenant(), state);
        synchronized (waiting) {
            waiting.put(said.counter(), said);
        }
    }

    private List<Said> next() {
        List<Said> next = new ArrayList<>();
        synchronized (waiting) {
            Iterator<Said> each = waiting.values().iterator();
            while (each.hasNext() && next.size() < TOGETHER_MAX) {
                next.add(each.next());
                each.remove();
            }
        }
        return next;
    }

    private Mono<Void> written() {
        return Mono.defer(() -> {
            List<Said> all = next();
            return all.isEmpty()
                    ? Mono.empty()
                    : write(all).onErrorResume(failure -> failed(all, failure));
        });
    }

    private Mono<Void> write(List<Said> all) {
        List<CounterId> counters = all.stream().map(Said::counter).toList();
        return store.heard(all, clock.instant())
                .thenMany(Flux.defer(() -> store.find(counters)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .publishOn(Schedulers.parallel())
                .filter(Standing::isBehind)
                .flatMap(deliveries::send, TOLD_AT_ONCE)
                .then();
    }

    /** It waits on; what was said meanwhile is newer. */
    private Mono<Void> failed(List<Said> all, Throwable failure) {
        LOG.warn("What counters report is not written now: {}", failure.toString());
        synchronized (waiting) {
            all.forEach(said -> waiting.putIfAbsent(said.counter(), said));
        }
        return Mono.delay(PAUSE).then();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
