package org.assistcounter.fleet.counters;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.assistcounter.fleet.counters.store.RosterStore;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A tenant's counters as a page shows them: counted, sorted and cut off by the database, since a
 * page that read all of a province would be late. They come without the keys that they prove
 * themselves with.
 */
@Service
public class Roster {
    private final RosterStore store;

    Roster(RosterStore store) {
        this.store = store;
    }

    /**
     * How many there are of those that may connect.
     *
     * @param late were heard of, but not lately
     * @param ending can connect no more before long
     */
    public record Census(long taking, long late, long ending) {}

    /**
     * From when on a counter counts as heard of.
     *
     * @param silentBefore who was heard of before and not since is silent
     * @param lateBefore who was heard of before and not since is late; the later of both
     */
    public record Hearing(Instant silentBefore, Instant lateBefore) {}

    /** Counts those that may connect. */
    public Mono<Census> census(String tenant, Hearing hearing, Instant endingBefore) {
        return store.census(tenant, hearing, endingBefore);
    }

    /** Those that may connect: silent, late and never heard of ones first, then by label. */
    public Flux<Counter> worstFirst(String tenant, Hearing hearing, int count) {
        return store.worstFirst(tenant, hearing, count);
    }

    /** The labels of those that may connect, in their order. */
    public Flux<String> labels(String tenant, int count) {
        return store.labels(tenant, count);
    }

    /** Those that may connect and cannot from a moment on, the first to end first. */
    public Flux<Counter> ending(String tenant, Instant before, long skip, int count) {
        return store.ending(tenant, before, skip, count);
    }

    /** Whose those of these are that may connect. */
    public Mono<Map<CounterId, String>> tenantsOfTaking(Collection<CounterId> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : store.tenantsOfTaking(ids);
    }

    /** Of these the tenant's that may connect, whoever was heard of last first. */
    public Flux<Counter> newest(String tenant, Collection<CounterId> ids, int count) {
        return ids.isEmpty() ? Flux.empty() : store.newest(tenant, ids, count);
    }

    /** Those of these that are the tenant's, whether they may connect or not. */
    public Flux<Counter> named(String tenant, Collection<CounterId> ids) {
        return ids.isEmpty() ? Flux.empty() : store.named(tenant, ids);
    }
}
