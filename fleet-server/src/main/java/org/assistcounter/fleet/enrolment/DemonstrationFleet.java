package org.assistcounter.fleet.enrolment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.operators.Tenants;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.sites.Site;
import org.assistcounter.fleet.sites.Sites;
import org.assistcounter.fleet.sites.Venue;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The demonstration's one site, named so that nobody takes it for a real one, and at each start a
 * fresh token for its first counter until a card has used one.
 */
@Component
class DemonstrationFleet implements SmartInitializingSingleton {

    private static final String LABEL = "XA-0001";
    private static final Duration VALIDITY = Duration.ofDays(1);

    private final FleetSettings settings;
    private final DataDirectory data;
    private final Tenants tenants;
    private final Sites sites;
    private final Counters counters;
    private final Enrolment enrolment;

    DemonstrationFleet(
            FleetSettings settings,
            DataDirectory data,
            Tenants tenants,
            Sites sites,
            Counters counters,
            Enrolment enrolment) {
        this.settings = settings;
        this.data = data;
        this.tenants = tenants;
        this.sites = sites;
        this.counters = counters;
        this.enrolment = enrolment;
    }

    /** Done before anybody can ask: the server's ports are opened afterwards. */
    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demonstration()) {
            prepare().block();
        }
    }

    private Mono<Void> prepare() {
        var site =
                new Site(
                        "xa-metro-demonstration",
                        Tenants.DEMONSTRATION,
                        Venue.METRO_STATION,
                        new Site.Names("西安地铁·演示站", "Xi'an Metro, Demonstration Station"),
                        new Site.Division("610102", 2025),
                        BusinessZone.HOME);
        var place = new Counter.Place(Tenants.DEMONSTRATION, site.id(), LABEL);
        return tenants.addDemonstration()
                .then(sites.addIfMissing(site))
                .then(counters.findByLabel(place.tenant(), LABEL).hasElement())
                .filter(isEnrolled -> !isEnrolled)
                .flatMap(missing -> enrolment.issueToken(place, VALIDITY))
                .doOnNext(this::write)
                .then();
    }

    private void write(String token) {
        DataDirectory.writePrivately(
                data.directory("enrolment").resolve(LABEL + ".token"),
                (token + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
