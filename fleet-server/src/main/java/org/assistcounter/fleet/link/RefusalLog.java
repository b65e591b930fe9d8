package org.assistcounter.fleet.link;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.assistcounter.fleet.link.store.RefusalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the newest refusals for the person who looks into them. A flood of them must not hurt
 * counters that behave: only a few are written at a time, and the rest are counted and dropped.
 */
@Component
public class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int WRITES_MAX = 16;

    private final RefusalStore store;
    private final Semaphore slots = new Semaphore(WRITES_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final Map<Refusal.Reason, LongAdder> counts = new ConcurrentHashMap<>();

    RefusalLog(RefusalStore store) {
        this.store = store;
    }

    /** Writes it down, soon or not at all; never an error. */
    public Mono<Void> refused(Refusal refusal) {
        counts.computeIfAbsent(refusal.reason(), reason -> new LongAdder()).increment();
        if (!slots.tryAcquire()) {
            dropped.incrementAndGet();
            return Mono.empty();
        }
        return store.add(refusal)
                .doOnError(failure -> LOG.warn("A refusal was not recorded: {}", refusal, failure))
                .onErrorComplete()
                .doFinally(end -> slots.release());
    }

    /** The newest refusals, newest first. */
    public Flux<Refusal> latest(int count) {
        return store.latest(count);
    }

    /** How many there were since the start, written or not. */
    public long count(Refusal.Reason reason) {
        LongAdder count = counts.get(reason);
        return count == null ? 0 : count.sum();
    }

    /** How many were not written since the start. */
    public long dropped() {
        return dropped.get();
    }
}
