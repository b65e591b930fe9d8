package org.assistcounter.fleet.complaints;

import org.assistcounter.fleet.complaints.store.ClaimStore;
import org.assistcounter.fleet.complaints.store.DecisionStore;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.Cases;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells how far the settling of cases is, and what shoppers asked for. */
@Service
public class Settlements {
    private final Cases cases;
    private final DecisionStore decisions;
    private final ClaimStore claims;

    Settlements(Cases cases, DecisionStore decisions, ClaimStore claims) {
        this.cases = cases;
        this.decisions = decisions;
        this.claims = claims;
    }

    /** A case and what was decided about it. */
    public record Decided(CaseFile file, Decision decision) {}

    /** What stands of a case; empty while nothing does. */
    public Mono<Decision> find(long caseId) {
        return decisions.find(caseId);
    }

    /** What waits for a second person or for its payout, oldest first. */
    public Flux<Decided> waiting(String tenant) {
        return decisions.waiting(tenant).concatMap(kept -> decided(tenant, kept));
    }

    /** What is through, newest first. */
    public Flux<Decided> settled(String tenant, int count) {
        return decisions.settled(tenant, count).concatMap(kept -> decided(tenant, kept));
    }

    /** What was asked for about a sale, in order; it is the shopper's, or says so. */
    public Flux<Claim> claims(String sale) {
        return claims.of(sale);
    }

    private Mono<Decided> decided(String tenant, DecisionStore.Kept kept) {
        return cases.find(tenant, kept.caseId()).map(file -> new Decided(file, kept.decision()));
    }
}
