package org.assistcounter.fleet.dashboards;

import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.wallets.Attempts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads which sales of a tenant are not over with the money. */
@Component
class PendingReader {
    private final Attempts attempts;
    private final Cases cases;

    PendingReader(Attempts attempts, Cases cases) {
        this.attempts = attempts;
        this.cases = cases;
    }

    Mono<Pending> read(String tenant) {
        return Mono.zip(
                attempts.refundsUnderWay(tenant).collectList(),
                cases.openSales(tenant).collectList(),
                Pending::of);
    }
}
