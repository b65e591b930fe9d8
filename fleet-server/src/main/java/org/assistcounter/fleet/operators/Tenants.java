package org.assistcounter.fleet.operators;

import java.time.Clock;
import org.assistcounter.fleet.operators.store.TenantStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose things are kept here. */
@Service
public class Tenants {

    /** The tenant of everything that is only for show. */
    public static final String DEMONSTRATION = "demonstration";

    private final TenantStore store;
    private final Clock clock;

    Tenants(TenantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds a company that operates counters; one of the same id stays as it is. */
    public Mono<Void> addIfMissing(String id, String zh, String en) {
        var names = new Tenant.Names(zh, en);
        return add(new Tenant(id, TenantKind.OPERATOR, names, "", false, 0)).then();
    }

    /** Adds the tenant of the demonstration, which is a province's office too. */
    public Mono<Void> addDemonstration() {
        var names = new Tenant.Names("演示", "Demonstration");
        return add(new Tenant(DEMONSTRATION, TenantKind.OPERATOR, names, "610000", false, 0))
                .then();
    }

    /** Adds an organisation of suppliers; one of the same id stays as it is. */
    public Mono<Void> addSuppliers(String id, String zh, String en) {
        var names = new Tenant.Names(zh, en);
        return add(new Tenant(id, TenantKind.SUPPLIER, names, "", false, 0)).then();
    }

    /** One of them. */
    public Mono<Tenant> find(String id) {
        return store.find(id);
    }

    /** All, by kind and id. */
    public Flux<Tenant> all() {
        return store.all();
    }

    /** Adds one unless the id is taken; whether it was added. */
    Mono<Boolean> add(Tenant tenant) {
        return store.addIfMissing(tenant, clock.instant());
    }
}
