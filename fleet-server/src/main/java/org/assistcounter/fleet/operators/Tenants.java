package org.assistcounter.fleet.operators;

import java.time.Clock;
import org.assistcounter.fleet.operators.store.TenantStore;
import org.springframework.stereotype.Service;
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

    /** Adds a tenant; one of the same id stays as it is. */
    public Mono<Void> addIfMissing(String id, String zh, String en) {
        return store.addIfMissing(id, zh, en, clock.instant());
    }

    /** Adds the tenant of the demonstration. */
    public Mono<Void> addDemonstration() {
        return addIfMissing(DEMONSTRATION, "演示", "Demonstration");
    }
}
