package org.assistcounter.fleet.shards;

import java.time.Duration;
import org.assistcounter.fleet.settings.StartRefused;
import org.assistcounter.fleet.shards.store.LeaseStore;
import org.assistcounter.fleet.shards.store.LeaseStore.Instance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Refuses in words to be a second instance where there can only be one: of a name, or beside one
 * whose broker is in itself. Done before any port is opened. One that was killed is waited for,
 * since it counts as alive for a while.
 */
@Component
class Joining implements SmartInitializingSingleton {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final LeaseStore store;
    private final Shards shards;
    private final Duration patience;

    @Autowired
    Joining(LeaseStore store, Shards shards) {
        this(store, shards, Shards.LIFE.multipliedBy(2));
    }

    Joining(LeaseStore store, Shards shards, Duration patience) {
        this.store = store;
        this.shards = shards;
        this.patience = patience;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!shards.isWhole()) {
            join().block();
        }
    }

    private Mono<Void> join() {
        long looks = patience.dividedBy(LOOK);
        return checked()
                .then(store.beat(shards.me(), Shards.LIFE))
                .then(checked())
                .onErrorResume(
                        StartRefused.class,
                        refused -> store.leave(shards.me().id()).then(Mono.error(refused)))
                .retryWhen(
                        Retry.fixedDelay(looks, LOOK)
                                .filter(StartRefused.class::isInstance)
                                .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    /** Whether there can be this instance beside those that are there. */
    private Mono<Void> checked() {
        return store.alive(Shards.LIFE)
                .filter(other -> !other.id().equals(shards.me().id()))
                .mapNotNull(other -> refusal(shards.me(), other))
                .next()
                .flatMap(Mono::error);
    }

    private static @Nullable StartRefused refusal(Instance me, Instance other) {
        if (other.name().equals(me.name())) {
            return new StartRefused(
                    "Another instance named " + me.name() + " runs on this database.",
                    "Give each instance a name of its own with assistcounter.instance.");
        }
        if (me.isAlone() || other.isAlone()) {
            return new StartRefused(
                    "Instance "
                            + (me.isAlone() ? me.name() : other.name())
                            + " has its broker in itself, so it has to be the only one on this"
                            + " database, and "
                            + (me.isAlone() ? other.name() : me.name())
                            + " would be a second.",
                    "Name the same external brokers for both with assistcounter.brokers.");
        }
        return null;
    }
}
