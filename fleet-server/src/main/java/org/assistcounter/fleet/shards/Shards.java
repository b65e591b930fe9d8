package org.assistcounter.fleet.shards;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.shards.store.LeaseStore;
import org.assistcounter.fleet.shards.store.LeaseStore.Instance;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The shards of this instance: renewed every second, lost after seven without the database's word.
 * What is lost without noticing is harmless, since a commit holds the shards that it is of. A
 * server with its own database has all shards for ever. Stops before the link does, so that what is
 * under way is answered before others go on.
 */
@Component
public class Shards implements SmartLifecycle {
    /** After so long without a sign an instance counts as dead. */
    static final Duration LIFE = Duration.ofSeconds(7);

    private static final Logger LOG = LoggerFactory.getLogger(Shards.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration DRAIN_MAX = Duration.ofSeconds(2);
    private static final Duration DRAIN_LOOK = Duration.ofMillis(20);
    private static final Duration STOP_MAX = Duration.ofSeconds(4);
    private static final int ID_BYTES = 16;

    private final LeaseStore store;
    private final Clock clock;
    private final boolean isWhole;
    private final Instance me;
    private final AtomicIntegerArray underWay = new AtomicIntegerArray(Shard.COUNT);
    private final Sinks.Many<Set<Integer>> gains = Sinks.many().multicast().directBestEffort();
    private volatile Holding holding;
    private @Nullable Disposable running;

    Shards(
            LeaseStore store,
            FleetSettings settings,
            ExternalSettings external,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.isWhole = settings.hasEmbeddedDatabase();
        this.holding = isWhole ? Holding.ALL : Holding.NONE;
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        this.me =
                new Instance(
                        HexFormat.of().formatHex(id),
                        external.instance(),
                        external.hasEmbeddedBroker());
    }

    /** This instance among those on the database. */
    Instance me() {
        return me;
    }

    /** Whether there is nobody to share with. */
    boolean isWhole() {
        return isWhole;
    }

    /** Whether the counter is this instance's to look after; if so, {@link #leave} must follow. */
    public boolean enter(CounterId counter) {
        int shard = Shard.of(counter);
        underWay.incrementAndGet(shard);
        boolean isOurs = holding.has(shard, clock.instant());
        if (!isOurs) {
            underWay.decrementAndGet(shard);
        }
        return isOurs;
    }

    /** What {@link #enter} began is done. */
    public void leave(CounterId counter) {
        underWay.decrementAndGet(Shard.of(counter));
    }

    /**
     * Holds the counters' shards until the caller's transaction ends; {@link LostShard} when one is
     * another instance's by now.
     */
    public Mono<Void> hold(Collection<CounterId> counters) {
        if (isWhole) {
            return Mono.empty();
        }
        SortedSet<Integer> wanted = new TreeSet<>();
        counters.forEach(counter -> wanted.add(Shard.of(counter)));
        return store.hold(me.id(), wanted, LIFE)
                .flatMap(held ->
                        held == wanted.size()
                                ? Mono.empty()
                                : Mono.error(new LostShard(held.intValue(), wanted.size())));
    }

    /** Whether this instance is the one that does what is to be done once. */
    public boolean isFirst() {
        return holding.has(0, clock.instant());
    }

    /** Work of the one instance that does it; nothing on the others. */
    public <T> Mono<T> onFirst(Mono<T> work) {
        return Mono.defer(() -> isFirst() ? work : Mono.empty());
    }

    /** Shards that have become this instance's, from now on. */
    public Flux<Set<Integer>> gained() {
        return gains.asFlux();
    }

    @Override
    public synchronized void start() {
        running =
                isWhole
                        ? Flux.never().subscribe()
                        : Flux.interval(Duration.ZERO, EVERY)
                                .onBackpressureDrop()
                                .concatMap(tick -> turn().onErrorResume(this::failed), 1)
                                .subscribe();
    }

    private Mono<Void> failed(Throwable failure) {
        LOG.warn("Shards are not renewed now: {}", failure.toString());
        return Mono.empty();
    }

    private Mono<Void> turn() {
        Instant until = clock.instant().plus(LIFE);
        return store.beat(me, LIFE)
                .then(Mono.fromRunnable(() -> hold(holding.longer(until, clock.instant()))))
                .then(Mono.zip(store.alive(LIFE).collectList(), store.holders()))
                .flatMap(read -> move(read.getT1(), read.getT2(), until));
    }

    private Mono<Void> move(List<Instance> alive, Map<Integer, String> holders, Instant until) {
        List<String> ids = alive.stream().map(Instance::id).toList();
        LeaseRules.Move move = LeaseRules.move(me.id(), ids, holders);
        hold(Holding.of(move.kept(), until));
        Mono<Void> giving =
                move.givenUp().isEmpty()
                        ? Mono.empty()
                        : drained(move.givenUp()).then(store.giveUp(me.id(), move.givenUp()));
        Mono<Void> taking =
                move.taken() == 0
                        ? Mono.empty()
                        : store.take(me.id(), move.taken(), alive)
                                .collectList()
                                .doOnNext(taken -> {
                                    SortedSet<Integer> all = new TreeSet<>(move.kept());
                                    all.addAll(taken);
                                    hold(Holding.of(all, until));
                                })
                                .then();
        return giving.then(taking);
    }

    private synchronized void hold(Holding next) {
        if (running == null) {
            return;
        }
        Set<Integer> gained = holding.gainedBy(next, clock.instant());
        holding = next;
        if (!gained.isEmpty()) {
            LOG.info("Looking after shards {} too.", gained);
            var _ = gains.tryEmitNext(gained);
        }
    }

    /** What began before has ended, or has had its time. */
    private Mono<Void> drained(Collection<Integer> shards) {
        return Flux.interval(Duration.ZERO, DRAIN_LOOK)
                .onBackpressureDrop()
                .takeUntil(tick -> shards.stream().allMatch(shard -> underWay.get(shard) == 0))
                .take(DRAIN_MAX)
                .then();
    }

    @Override
    public void stop() {
        synchronized (this) {
            Disposable ticking = running;
            if (ticking == null) {
                return;
            }
            ticking.dispose();
            running = null;
            holding = Holding.NONE;
        }
        List<Integer> all = IntStream.range(0, Shard.COUNT).boxed().toList();
        Mono<Void> left =
                isWhole
                        ? Mono.empty()
                        : store.giveUp(me.id(), all)
                                .then(store.leave(me.id()))
                                .then(store.forget());
        drained(all).then(left).timeout(STOP_MAX).onErrorResume(this::failed).block();
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** After the link, so that it stops before. */
    @Override
    public int getPhase() {
        return 1;
    }
}
