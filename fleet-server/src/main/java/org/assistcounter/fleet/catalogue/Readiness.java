package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.store.ExclusionStore;
import org.assistcounter.fleet.catalogue.store.PaperStore;
import org.assistcounter.fleet.divisions.Divisions;
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

    /** The words of what a product still needs on a day; empty when nothing. */
    Mono<List<String>> missing(Supplier supplier, String product, LocalDate day) {
        return Mono.zip(
                        papers.of(product).map(Paper::kind).collect(Collectors.toSet()),
                        exclusions.isOn(supplier.id(), product))
                .map(read ->
                        new Requirements.Known(
                                supplier,
                                divisions.county(supplier.origin().county(), day.getYear()),
                                read.getT1(),
                                read.getT2()))
                .map(known -> Requirements.missing(known, day));
    }
}
