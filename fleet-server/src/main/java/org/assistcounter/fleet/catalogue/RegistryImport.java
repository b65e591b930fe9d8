package org.assistcounter.fleet.catalogue;

import org.assistcounter.fleet.catalogue.store.ExclusionStore;
import org.assistcounter.fleet.catalogue.store.FillStore;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fills a registry that is still empty, once. What is in a registry is changed at the desks alone,
 * each entry by who keeps it.
 */
@Service
public class RegistryImport {
    private final FillStore store;
    private final ExclusionStore exclusions;
    private final Writing writing;

    RegistryImport(FillStore store, ExclusionStore exclusions, Writing writing) {
        this.store = store;
        this.exclusions = exclusions;
        this.writing = writing;
    }

    /** Whether nobody has entered anything. */
    public Mono<Boolean> isEmpty() {
        return store.isEmpty();
    }

    /** Fills it in one transaction, unless somebody has entered anything; whether it did. */
    public Mono<Boolean> fill(Operator by, RegistryFill fill) {
        return store.begin()
                .then(store.isEmpty())
                .filter(isEmpty -> isEmpty)
                .flatMap(isEmpty -> write(by, fill))
                .map(outcome -> true)
                .defaultIfEmpty(false)
                .as(writing::inTransaction);
    }

    private Mono<Outcome> write(Operator by, RegistryFill fill) {
        return store.addSuppliers(fill.suppliers(), by.login(), fill.since())
                .then(store.addProducts(fill.products(), by.login(), fill.since()))
                .then(store.addPapers(fill.papers()))
                .then(store.addApplications(fill.applications()))
                .then(store.addSteps(fill.applications()))
                .thenMany(Flux.fromIterable(fill.exclusions()).concatMap(this::exclude))
                .then(
                        writing.done(
                                by,
                                "registry-filled",
                                by.tenant(),
                                fill.suppliers().size()
                                        + " suppliers, "
                                        + fill.products().size()
                                        + " products"));
    }

    private Mono<Void> exclude(Exclusion each) {
        var appeal = each.appeal();
        var answer = each.answer();
        return exclusions
                .add(each.subject(), each.why())
                .flatMap(id ->
                        Mono.when(appeal == null ? Mono.empty() : exclusions.appeal(id, appeal))
                                .then(
                                        answer == null
                                                ? Mono.empty()
                                                : exclusions.answer(id, answer)))
                .then();
    }
}
