package org.assistcounter.fleet.stock;

import java.time.Instant;
import org.assistcounter.fleet.stock.store.ColdLockStore;
import org.assistcounter.fleet.stock.store.StockStore;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows what counters say about their slots, in the caller's transaction. */
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

    /** Takes note of a fact; most do not concern the stock. */
    public Mono<Void> follow(Origin origin, Fact fact) {
        return switch (fact) {
            case Fact.StockCounted f -> store.count(origin, f);
            case Fact.DispenseResolved f when f.verdict() != DispenseVerdict.NOT_DELIVERED ->
                    store.takeOne(origin, f.goods().slot());
            case Fact.SlotSwitched f -> store.switchSlot(origin, f);
            case Fact.ColdChainSwitched f -> coldLocks.switchLock(origin, f);
            case Fact _ -> Mono.empty();
        };
    }

    /** How many of the product are booked in a slot; 0 for a slot never counted. */
    public Mono<Long> units(String counter, int slot, String product) {
        return store.units(counter, slot, product).defaultIfEmpty(0L);
    }

    /** What lies in one counter. */
    public record Summary(String counter, long total, long empty, long off) {}

    /** What lies in each counter of a tenant. */
    public Flux<Summary> summaries(String tenant) {
        return store.summaries(tenant);
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
