package org.assistcounter.fleet.catalogue;

import java.time.Clock;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.divisions.CountyAnswer;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.settings.BusinessZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives suppliers the code that took the place of their county's, when a newer edition says so:
 * otherwise its new office would not see them, and nobody could pass what they apply for.
 */
@Component
class DivisionFollower {
    private static final Logger LOG = LoggerFactory.getLogger(DivisionFollower.class);

    private final SupplierStore suppliers;
    private final Divisions divisions;
    private final Clock clock;

    DivisionFollower(SupplierStore suppliers, Divisions divisions, Clock clock) {
        this.suppliers = suppliers;
        this.divisions = divisions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void follow() {
        int year = BusinessZone.day(clock.instant()).getYear();
        suppliers
                .counties(Sphere.EVERYTHING)
                .concatMap(code -> follow(code, year))
                .onErrorResume(failure -> {
                    LOG.warn("Counties of suppliers were not looked at.", failure);
                    return Mono.empty();
                })
                .subscribe();
    }

    private Mono<Long> follow(String code, int year) {
        return divisions.county(code, year) instanceof CountyAnswer.Ended ended
                        && !ended.successor().isEmpty()
                ? suppliers
                        .follow(code, ended.successor(), year)
                        .doOnNext(moved ->
                                LOG.info(
                                        "{} suppliers of {} are of {} now.",
                                        moved,
                                        code,
                                        ended.successor()))
                : Mono.empty();
    }
}
