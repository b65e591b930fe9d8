package org.assistcounter.fleet.lots;

import java.util.List;
import org.assistcounter.fleet.catalogue.Writing;
import org.assistcounter.fleet.lots.store.LotFillStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Fills a server that knows no lots with many at once. Nobody has checked them. */
@Service
public class LotImport {
    private final LotFillStore store;
    private final Writing writing;

    LotImport(LotFillStore store, Writing writing) {
        this.store = store;
        this.writing = writing;
    }

    /** Lots, and what samples of them showed. */
    public record Fill(List<Lot> lots, List<Inspection> samples) {}

    /** Fills it when there are no lots; whether there were none. */
    public Mono<Boolean> fill(String by, Fill fill) {
        return store.isEmpty()
                .filter(isEmpty -> isEmpty)
                .flatMap(isEmpty ->
                        store.addLots(fill.lots(), by, writing.now())
                                .then(store.addSamples(fill.samples(), writing.now()))
                                .thenReturn(true))
                .defaultIfEmpty(false)
                .as(writing::inTransaction);
    }
}
