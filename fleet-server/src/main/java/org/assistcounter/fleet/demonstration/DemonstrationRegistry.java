package org.assistcounter.fleet.demonstration;

import java.util.Set;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.catalogue.RegistryFill;
import org.assistcounter.fleet.catalogue.RegistryImport;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.lots.LotImport;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fills the registry of a demonstration with {@link ProvinceSample} when nobody has entered
 * anything, behind the start: pages are there meanwhile.
 */
@Component
@ConditionalOnProperty(
        name = {"assistcounter.demonstration", "assistcounter.demonstration-registry"},
        havingValue = "true")
public class DemonstrationRegistry implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationRegistry.class);
    private static final String GROWERS = SupplierSample.OWN_PEOPLE;

    private final Divisions divisions;
    private final Catalogue catalogue;
    private final Registry registry;
    private final RegistryImport imported;
    private final LotImport lots;
    private final Tenants tenants;
    private final People people;
    private final Disposable.Swap running = Disposables.swap();

    DemonstrationRegistry(
            Divisions divisions,
            Catalogue catalogue,
            Registry registry,
            RegistryImport imported,
            LotImport lots,
            Tenants tenants,
            People people) {
        this.divisions = divisions;
        this.catalogue = catalogue;
        this.registry = registry;
        this.imported = imported;
        this.lots = lots;
        this.tenants = tenants;
        this.people = people;
    }

    /** The visitor and their organisation are there when the server is ready. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        running.update(
                fill().subscribe(
                                isFilled -> {},
                                failure ->
                                        LOG.warn(
                                                "The registry of the demonstration was not filled;"
                                                        + " the next start tries again.",
                                                failure)));
    }

    /** Fills it when it is empty; whether it was. */
    public Mono<Boolean> fill() {
        return imported.isEmpty()
                .filter(isEmpty -> isEmpty)
                .flatMap(isEmpty -> people.find(Operator.DEMONSTRATION_LOGIN))
                .flatMap(visitor ->
                        addGrowers()
                                .then(Mono.fromCallable(this::sample))
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(sample ->
                                        fill(visitor, new Proceedings(sample).fill())
                                                .flatMap(isFilled -> addLots(sample, isFilled))))
                .defaultIfEmpty(false);
    }

    private ProvinceSample sample() {
        return ProvinceSample.of(registry.today(), divisions, catalogue);
    }

    private Mono<Boolean> addLots(ProvinceSample sample, boolean isFilled) {
        return isFilled
                ? lots.fill(Operator.DEMONSTRATION_LOGIN, LotSample.of(sample)).thenReturn(true)
                : Mono.just(false);
    }

    private Mono<Boolean> fill(Operator visitor, RegistryFill made) {
        return imported.fill(visitor, made)
                .doOnNext(isFilled -> {
                    if (isFilled) {
                        LOG.info(
                                "The registry of the demonstration has {} suppliers, {} products"
                                        + " and {} applications.",
                                made.suppliers().size(),
                                made.products().size(),
                                made.applications().size());
                    }
                });
    }

    /** Suppliers with somebody of their own, who is invited before they can sign in. */
    private Mono<Void> addGrowers() {
        var somebody =
                new People.Newcomer(
                        GROWERS, GROWERS, "示例供应商 Example supplier", Set.of(Role.SUPPLIER), null);
        return tenants.addSuppliers(GROWERS, "示例·合作社联合社", "Example Union of Cooperatives")
                .then(people.add(somebody))
                .then();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
