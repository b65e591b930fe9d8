package org.assistcounter.fleet.catalogue;

import org.assistcounter.fleet.catalogue.store.MarkStore;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brands, green food and geographical indications of products. */
@Service
public class Marks {
    private final Registry registry;
    private final MarkStore store;
    private final Writing writing;

    Marks(Registry registry, MarkStore store, Writing writing) {
        this.registry = registry;
        this.store = store;
        this.writing = writing;
    }

    /** All of a product, good or ended. */
    public Flux<Mark> of(String product) {
        return store.of(product);
    }

    /** Enters one, or that it is good for longer. */
    public Mono<Outcome> add(Operator by, String product, Mark mark) {
        return registry.product(by, product)
                .flatMap(file -> {
                    if (!file.isKeeper()) {
                        return Writing.refused("not-yours");
                    }
                    return mark.isGood(registry.today())
                            ? add(by, file.product(), mark)
                            : Writing.refused("mark-ended");
                })
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> add(Operator by, RegisteredProduct product, Mark mark) {
        return store.add(product.code(), mark)
                .flatMap(isNew ->
                        isNew
                                ? writing.done(
                                        by,
                                        "mark-added",
                                        product.code(),
                                        mark.kind().word() + " " + mark.number())
                                : Writing.refused("mark-twice"));
    }
}
