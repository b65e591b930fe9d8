package org.assistcounter.fleet.directives;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.assistcounter.fleet.directives.store.DirectiveStore;
import org.assistcounter.fleet.enrolment.DirectiveKey;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.fleet.link.Downlink;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.sync.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells counters that are behind what is wanted of them: after a change, each instance those that
 * are its own, by pages and no faster than the broker takes them; and again, after ten seconds and
 * then once a minute, whoever is connected and has not reported since. What is lost on the way is
 * sent again, so nothing of it is remembered here but of which changes they were told.
 */
@Component
class Deliveries implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);
    private static final Duration SWEPT_EVERY = Duration.ofSeconds(10);
    private static final Duration NEW_FOR = Duration.ofMinutes(10);

    /** Every so many sweeps look at what was wanted long ago, too. */
    private static final int WHOLE_EVERY = 6;

    private static final int PAGE = 1_000;
    private static final int ON_THEIR_WAY_MAX = 256;

    private final DirectiveStore store;
    private final DirectiveKey key;
    private final Downlink downlink;
    private final Reach reach;
    private final Clock clock;
    private final Sinks.Many<Boolean> woken = Sinks.many().multicast().directBestEffort();
    private final Disposable running;
    private final ToldChanges told = new ToldChanges();

    Deliveries(
            DirectiveStore store, DirectiveKey key, Downlink downlink, Reach reach, Clock clock) {
        this.store = store;
        this.key = key;
        this.downlink = downlink;
        this.reach = reach;
        this.clock = clock;
        Flux<Mono<Void>> looks =
                Flux.merge(Flux.interval(LOOKED_EVERY).map(tick -> true), woken.asFlux())
                        .onBackpressureDrop()
                        .map(tick -> Mono.defer(this::look));
        Flux<Mono<Void>> sweeps = Flux.interval(SWEPT_EVERY).onBackpressureDrop().map(this::sweep);
        this.running =
                Flux.merge(1, looks, sweeps)
                        .concatMap(work -> work.onErrorResume(Deliveries::failed), 1)
                        .subscribe();
    }

    /** Which counters are this instance's to tell, and can be. */
    @Component
    record Reach(Shards shards, Connected connected) {

        boolean isOf(Standing standing) {
            return connected.has(standing.counter());
        }
    }

    private static Mono<Void> failed(Throwable failure) {
        LOG.warn("Counters cannot be told what is wanted of them now: {}", failure.toString());
        return Mono.empty();
    }

    /** There may be a change. */
    void wake() {
        var _ = woken.tryEmitNext(true);
    }

    private Mono<Void> look() {
        return store.newestChanges(ToldChanges.KEPT)
                .collectList()
                .flatMap(newest -> {
                    OptionalLong behind = told.untoldBehind(newest);
                    return behind.isEmpty()
                            ? Mono.empty()
                            : tellNew(behind.getAsLong())
                                    .then(Mono.fromRunnable(() -> told.told(newest)));
                });
    }

    private Mono<Void> tellNew(long behind) {
        return tell(wanted(behind, Instant.EPOCH, clock.instant().plus(NEW_FOR)));
    }

    /** Those of which nothing was heard for a while; a burst of reports may have lost some. */
    private Mono<Void> sweep(long tick) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Instant from = tick % WHOLE_EVERY == 0 ? Instant.EPOCH : now.minus(NEW_FOR);
            return tell(wanted(ToldChanges.ALL, from, now.minus(SWEPT_EVERY)));
        });
    }

    private static DirectiveStore.Wanted wanted(long change, Instant from, Instant before) {
        return new DirectiveStore.Wanted(change, from, before, "");
    }

    private Mono<Void> tell(DirectiveStore.Wanted wanted) {
        return store.behind(wanted, PAGE)
                .collectList()
                .flatMap(page -> tell(page).then(next(wanted, page)));
    }

    private Mono<Void> next(DirectiveStore.Wanted wanted, List<Standing> page) {
        return page.size() < PAGE
                ? Mono.empty()
                : Mono.defer(() -> tell(wanted.behind(page.getLast().counter())));
    }

    private Mono<Void> tell(List<Standing> page) {
        return Flux.fromIterable(page)
                .filter(reach::isOf)
                .flatMap(this::sendOwn, ON_THEIR_WAY_MAX)
                .then();
    }

    private Mono<Void> sendOwn(Standing standing) {
        return Mono.defer(() ->
                reach.shards().enter(standing.counter())
                        ? send(standing).doFinally(end -> reach.shards().leave(standing.counter()))
                        : Mono.empty());
    }

    /** To a counter of this instance; one that is not heard to have it is told again. */
    Mono<Void> send(Standing standing) {
        return Mono.fromSupplier(
                        () -> SignedState.of(standing.state(), standing.counter(), key).bytes())
                .flatMap(bytes -> downlink.publish(standing.counter(), Topics.DESIRED, bytes))
                .onErrorResume(failure -> {
                    LOG.atInfo()
                            .addKeyValue("counter", standing.counter())
                            .log("A desired state was not sent: {}", failure.toString());
                    return Mono.empty();
                });
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
