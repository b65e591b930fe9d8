package org.assistcounter.fleet.link.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * Who is there, at brokers that do not tell us: who spoke, until its last will is heard or it has
 * not spoken for longer than an hour, in which every counter speaks. Every instance hears every
 * counter, so each knows it for itself; one that has just started begins with what the registry
 * says.
 */
@Component
class Presence implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final Duration SPEAKS_WITHIN = Duration.ofMinutes(70);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Object REGISTRY = "the registry";

    private final Connected connected;
    private final Counters counters;
    private final boolean isOuter;
    private final Clock clock;
    private final Map<CounterId, Seen> seen = new ConcurrentHashMap<>();
    private @Nullable Disposable running;

    Presence(Connected connected, Counters counters, ExternalSettings external, Clock clock) {
        this.connected = connected;
        this.counters = counters;
        this.isOuter = !external.hasEmbeddedBroker();
        this.clock = clock;
    }

    private record Seen(Object connection, Instant at) {}

    void heard(CounterId counter, Object connection) {
        Seen now = new Seen(connection, clock.instant());
        Seen before = seen.put(counter, now);
        if (before == null || !before.connection().equals(connection)) {
            if (before != null) {
                connected.went(counter, before.connection());
            }
            connected.came(counter, connection);
        }
    }

    /** The word of a broker that the counter has left for another means nothing. */
    void went(CounterId counter, Object connection) {
        Seen before = seen.get(counter);
        if (before != null && isFrom(before, connection) && seen.remove(counter, before)) {
            connected.went(counter, before.connection());
        }
    }

    private static boolean isFrom(Seen seen, Object connection) {
        return seen.connection().equals(connection) || seen.connection().equals(REGISTRY);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!isOuter) {
            return;
        }
        counters.heardSince(clock.instant().minus(SPEAKS_WITHIN))
                .subscribe(
                        counter -> {
                            if (!seen.containsKey(counter.id())) {
                                heard(counter.id(), REGISTRY);
                            }
                        },
                        failure -> LOG.warn("Who was there is not known.", failure));
        running = Flux.interval(SWEEP).onBackpressureDrop().subscribe(tick -> sweep());
    }

    /** Who has been silent for longer than anybody is, has gone. */
    void sweep() {
        Instant silent = clock.instant().minus(SPEAKS_WITHIN);
        seen.forEach((counter, last) -> {
            if (last.at().isBefore(silent)) {
                went(counter, last.connection());
            }
        });
    }

    @Override
    public void destroy() {
        Disposable sweeping = running;
        if (sweeping != null) {
            sweeping.dispose();
        }
    }
}
