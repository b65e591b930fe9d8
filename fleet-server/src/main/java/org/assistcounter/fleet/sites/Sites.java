package org.assistcounter.fleet.sites;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.assistcounter.fleet.sites.store.SiteStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask about sites. */
@Service
public class Sites {

    private final SiteStore store;
    private final Clock clock;

    Sites(SiteStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The site, or empty when there is none of that id. */
    public Mono<Site> find(String siteId) {
        return store.find(siteId);
    }

    /** Those of these sites that there are, by id. */
    public Mono<Map<String, Site>> find(Collection<String> ids) {
        return store.find(ids).collectMap(Site::id);
    }

    /** One of a tenant's, always the same; empty while it has none. */
    public Mono<Site> first(String tenant) {
        return store.first(tenant);
    }

    /** The sites of a tenant by id. */
    public Flux<Site> of(String tenant) {
        return store.of(tenant);
    }

    /** Adds a site; one of the same id stays as it is. */
    public Mono<Void> addIfMissing(Site site) {
        return store.addIfMissing(site, clock.instant());
    }
}
