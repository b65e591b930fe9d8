package org.assistcounter.fleet.ingest;

import java.util.List;
import org.assistcounter.fleet.counters.ServiceVisits;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.journal.Fact;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who takes note of facts once they are booked, in the same transaction. */
@Component
class Projections {
    private final Attempts attempts;
    private final ServiceVisits visits;

    Projections(Attempts attempts, ServiceVisits visits) {
        this.attempts = attempts;
        this.visits = visits;
    }

    /** A fact that was booked. */
    record BookedFact(Occurrence occurrence, Fact fact) {}

    Mono<Void> follow(List<BookedFact> booked) {
        return visits.follow(booked.stream().map(Projections::visit).toList())
                .then(attempts.follow(booked.stream().map(Projections::told).toList()));
    }

    private static ServiceVisits.Told visit(BookedFact booked) {
        Occurrence occurrence = booked.occurrence();
        var origin =
                new ServiceVisits.Origin(
                        occurrence.tenant(), occurrence.counter(), occurrence.at());
        return new ServiceVisits.Told(origin, booked.fact());
    }

    private static Attempts.Told told(BookedFact booked) {
        return new Attempts.Told(booked.occurrence().counter(), booked.fact());
    }
}
