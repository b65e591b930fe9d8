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

    /** Whether there is a city between a county and its province. */
    boolean hasCity(String county) {
        return divisions.find(county.substring(0, 4) + "00").isPresent();
    }

    /** The words of what a product still needs on a day; empty when nothing. */
    Mono<List<String>> missing(Supplier supplier, String product, LocalDate day) {
        return Mono.zip(
                        papers.of(product)
                                .filter(paper -> isFresh(paper, day))
                                .map(Paper::kind)
                                .collect(Collectors.toSet()),
                        exclusions.isOn(supplier.id(), product))
                .map(read ->
                        new Requirements.Known(
                                supplier,
                                divisions.county(supplier.origin().county(), day.getYear()),
                                read.getT1(),
                                read.getT2()))
                .map(known -> Requirements.missing(known, day));
    }

    /** A report that is older than a year says nothing of this year's harvest. */
    private static boolean isFresh(Paper paper, LocalDate day) {
        return paper.kind() != PaperKind.INSPECTION
                || !BusinessZone.day(paper.by().at()).isBefore(day.minusYears(1));
    }
}
