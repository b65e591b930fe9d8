package org.assistcounter.fleet.doubts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.doubts.Doubt.Ending;
import org.assistcounter.fleet.doubts.store.DoubtStore;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.identity.CounterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notices that nobody has heard of a counter, and that it is heard again. A counter writes and
 * sends at least once an hour.
 */
@Component
public class SilenceWatch implements DisposableBean {
    /** Longer than a tunnel, a restart or a night without power at a market. */
    public static final Duration SILENT_AFTER = Duration.ofHours(8);

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Counters counters;
    private final Doubts doubts;
    private final DoubtStore store;
    private final Clock clock;
    private final Disposable running;

    SilenceWatch(Counters counters, Doubts doubts, DoubtStore store, Shards shards, Clock clock) {
        this.counters = counters;
        this.doubts = doubts;
        this.store = store;
        this.clock = clock;
        this.running =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(
                                tick -> shards.onFirst(look()).onErrorResume(SilenceWatch::failed),
                                1)
                        .subscribe();
    }

    private static Mono<Void> failed(Throwable failure) {
        LOG.error("Which counters are silent could not be looked up.", failure);
        return Mono.empty();
    }

    /** Opens a doubt for each that has fallen silent, and ends those that speak again. */
    public Mono<Void> look() {
        Instant now = clock.instant();
        return Mono.zip(
                        store.openOf(DoubtKind.SILENT).collectMap(Doubt::counter),
                        counters.silentSince(now.minus(SILENT_AFTER))
                                .collectMap(counter -> counter.id().hex()))
                .flatMap(read -> compare(read.getT1(), read.getT2(), now));
    }

    /** Only what has changed costs a query. */
    private Mono<Void> compare(Map<String, Doubt> known, Map<String, Counter> silent, Instant now) {
        return Flux.fromIterable(known.values())
                .filter(doubt -> !silent.containsKey(doubt.counter()))
                .concatMap(doubt -> ended(doubt, now))
                .thenMany(Flux.fromIterable(silent.values()))
                .filter(counter -> !known.containsKey(counter.id().hex()))
                .concatMap(this::silent)
                .then();
    }

    private Mono<Void> silent(Counter counter) {
        return doubts.met(counter, DoubtKind.SILENT, "last heard of at " + counter.lastSeenAt());
    }

    private Mono<Void> ended(Doubt doubt, Instant now) {
        return counters.find(new CounterId(doubt.counter()))
                .filter(counter -> speaks(counter, now) || !counter.mayConnect())
                .map(counter -> counter.mayConnect() ? Ending.HEARD_AGAIN : Ending.RETIRED)
                .flatMap(how -> store.end(doubt.id(), new Doubt.End(now, how, null, null)))
                .then();
    }

    private static boolean speaks(Counter counter, Instant now) {
        Instant seen = counter.lastSeenAt();
        return seen != null && seen.isAfter(now.minus(SILENT_AFTER));
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
