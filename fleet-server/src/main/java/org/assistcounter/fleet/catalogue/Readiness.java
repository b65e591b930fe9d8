package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.store.ExclusionStore;
import org.assistcounter.fleet.catalogue.store.PaperStore;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.settings.BusinessZone;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what {@link Requirements} decides by. */
@Component
class Readiness {
    private final PaperStore papers;
    private final ExclusionStore exclusions;
    private final Divisions divisions;

    Readiness(PaperStore papers, ExclusionStore exclusions, Divisions divisions) {
        this.papers = papers;
        this.exclusions = exclusions;
        this.divisions = divisions;
    }

    /**
     * Products of the same licence and name that are kept out: without an article number nothing
     * else tells that one comes again under a new code.
     */
    Mono<List<Namesake>> namesakes(Sphere sphere, Supplier supplier, RegisteredProduct product) {
        return exclusions
                .others(sphere, supplier.licence().number(), product.code())
                .filter(each -> each.isCalled(product.name()))
                .collectList();
    }

    /** Whether there is a city between a county and its province. */
    boolean hasCity(String county) {
        return divisions.find(county.substring(0, 4) + "00").isPresent();
    }

    /** The words of what a product still needs on a day; empty when nothing. */
    Mono<List<String>> missing(Supplier supplier, RegisteredProduct product, LocalDate day) {
        return papers.of(product.code())
                .filter(paper -> isFresh(paper, day))
                .map(Paper::kind)
                .collect(Collectors.toSet())
                .map(kinds ->
                        new Requirements.Known(
                                supplier,
                                divisions.county(supplier.origin().county(), day.getYear()),
                                kinds,
                                product.recognised().isExcluded()))
                .map(known -> Requirements.missing(known, day));
    }

    /** A report that is older than a year says nothing of this year's harvest. */
    private static boolean isFresh(Paper paper, LocalDate day) {
        return paper.kind() != PaperKind.INSPECTION
                || !BusinessZone.day(paper.by().at()).isBefore(day.minusYears(1));
    }
}
