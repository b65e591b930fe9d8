package org.assistcounter.fleet.stock;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.assistcounter.fleet.stock.store.ColdLockStore;
import org.assistcounter.fleet.stock.store.StockStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What counters say about their slots. */
@Service
public class Stock {
    private final StockStore store;
    private final ColdLockStore coldLocks;

    Stock(StockStore store, ColdLockStore coldLocks) {
        this.store = store;
        this.coldLocks = coldLocks;
    }

    /** Where a fact is from. */
    public record Origin(String tenant, String counter, Instant at) {}

    /** The slots that facts speak of, in the caller's transaction. */
    public Mono<Slots> open(Collection<Slots.Key> keys) {
        return keys.isEmpty()
                ? Mono.just(new Slots(List.of()))
                : store.find(keys).collectList().map(Slots::new);
    }

    /** Writes what facts have changed, in the same transaction. */
    public Mono<Void> keep(Slots slots) {
        return store.put(slots.changed())
                .then(store.tell(slots.moved()))
                .then(coldLocks.lift(slots.lifted()))
                .then(coldLocks.lock(slots.locked()));
    }

    /** What lies in one counter. */
    public record Summary(String counter, long total, long empty, long off) {}

    /** What lies in each counter of a tenant. */
    public Flux<Summary> summaries(Collection<String> counters) {
        return store.summaries(counters);
    }

    /** The slots of a tenant's counters that are not offered, the longest first. */
    public Flux<SlotStock> off(String tenant) {
        return store.off(tenant);
    }

    /** The compartments of a tenant's counters that the cold chain locks, the longest first. */
    public Flux<ColdLock> coldLocks(String tenant) {
        return coldLocks.locked(tenant);
    }

    /** The slots of a counter by number. */
    public Flux<SlotStock> of(String counter) {
        return store.of(counter);
    }
}
