package org.assistcounter.fleet.ingest;

import org.assistcounter.fleet.counters.ServiceVisits;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.journal.Fact;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who takes note of a fact once it is booked, in the same transaction. */
@Component
class Projections {
    private final Stock stock;
    private final Attempts attempts;
    private final ServiceVisits visits;

    Projections(Stock stock, Attempts attempts, ServiceVisits visits) {
        this.stock = stock;
        this.attempts = attempts;
        this.visits = visits;
    }

    /** How many pieces are booked where a count finds others. */
    Mono<Long> units(String counter, Fact fact) {
        return fact instanceof Fact.StockCounted counted
                ? stock.units(counter, counted.slot(), counted.product())
                : Mono.just(0L);
    }

    Mono<Void> follow(Occurrence occurrence, Fact fact) {
        String tenant = occurrence.tenant();
        String counter = occurrence.counter();
        return stock.follow(new Stock.Origin(tenant, counter, occurrence.at()), fact)
                .then(
                        visits.follow(
                                new ServiceVisits.Origin(tenant, counter, occurrence.at()), fact))
                .then(attempts.follow(counter, fact));
    }
}
