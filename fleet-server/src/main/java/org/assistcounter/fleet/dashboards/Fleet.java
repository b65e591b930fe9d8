package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.sites.Site;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;

/** A tenant's counters and sites, to look up while a page is put together. */
final class Fleet {

    private final List<Counter> counters;
    private final Map<String, Counter> byId = new HashMap<>();
    private final Predicate<CounterId> connected;
    private final Map<String, Site> sites = new HashMap<>();

    /**
     * @param connected whether a counter has a connection now
     */
    Fleet(List<Counter> counters, List<Site> sites, Predicate<CounterId> connected) {
        this.counters = List.copyOf(counters);
        this.connected = connected;
        counters.forEach(counter -> byId.put(counter.id().hex(), counter));
        sites.forEach(site -> this.sites.put(site.id(), site));
    }

    List<Counter> counters() {
        return counters;
    }

    /** Those that somebody has to give new keys soon. */
    List<Counter> ending(Instant now) {
        Instant soon = now.plus(Counter.RENEWED_BEFORE);
        return counters.stream().filter(counter -> counter.isKeptOutFrom(soon)).toList();
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

    /** The zone whose day is today: that of the sites, or China's while there is none. */
    ZoneId zone() {
        return sites.values().stream().map(Site::zone).findFirst().orElse(BusinessZone.HOME);
    }
}
