package org.assistcounter.fleet.counters;

import java.util.List;
import org.assistcounter.fleet.counters.store.JournalKeyStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** All keys that a counter's journal has had, one for each epoch. */
@Service
public class JournalKeys {
    private final JournalKeyStore store;

    JournalKeys(JournalKeyStore store) {
        this.store = store;
    }

    /** By epoch; the last is the registry's. */
    public Mono<List<JournalKey>> of(Counter counter) {
        return counter.keys().epoch() == 1
                ? Mono.just(List.of(JournalKey.first(counter)))
                : store.of(counter.id()).collectList();
    }

    /**
     * Gives the next key its place, in the transaction in which the epoch before was closed. False
     * when another was given it meanwhile.
     */
    public Mono<Boolean> begin(Counter counter, JournalKey next) {
        return store.replace(counter.id(), next)
                .filter(isDone -> isDone)
                .flatMap(_ ->
                        (counter.keys().epoch() == 1
                                        ? store.add(counter, JournalKey.first(counter))
                                        : Mono.<Void>empty())
                                .then(store.add(counter, next))
                                .thenReturn(true))
                .defaultIfEmpty(false);
    }
}
