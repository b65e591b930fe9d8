package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.sites.Site;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;

/** The counters that a page speaks of and their sites, to look up while it is put together. */
final class Fleet {

    private final Map<String, Counter> byId = new HashMap<>();
    private final Predicate<CounterId> connected;
    private final Map<String, Site> sites;

    /**
     * @param sites by id
     * @param connected whether a counter has a connection now
     */
    Fleet(Collection<Counter> counters, Map<String, Site> sites, Predicate<CounterId> connected) {
        counters.forEach(counter -> byId.put(counter.id().hex(), counter));
        this.sites = Map.copyOf(sites);
        this.connected = connected;
    }

    Collection<Counter> counters() {
        return byId.values();
    }

    boolean has(String counterId) {
        return byId.containsKey(counterId);
    }

    Standing standing(Counter counter, Instant now) {
        return Standing.of(counter, connected.test(counter.id()), now);
    }

    /** What is printed on it; its id's beginning when it is nobody's. */
    String label(String counterId) {
        Counter counter = byId.get(counterId);
        return counter == null ? counterId : counter.place().label();
    }

    /** Null when it is nobody's. */
    @Nullable Counter counter(String counterId) {
        return byId.get(counterId);
    }

    @Nullable Site site(Counter counter) {
        return sites.get(counter.place().site());
    }

    /** The zone where the counter stands. */
    ZoneId zone(String counterId) {
        Counter counter = byId.get(counterId);
        Site site = counter == null ? null : site(counter);
        return site == null ? BusinessZone.HOME : site.zone();
    }
}
