package org.assistcounter.fleet.complaints;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        return decided(tenant, decisions.waiting(tenant));
    }

    /** What is through, newest first. */
    public Flux<Decided> settled(String tenant, int count) {
        return decided(tenant, decisions.settled(tenant, count));
    }

    /** What was asked for about a sale, in order; it is the shopper's, or says so. */
    public Flux<Claim> claims(String sale) {
        return claims.of(sale);
    }

    /** All their cases at once: the first page asks for this again and again. */
    private Flux<Decided> decided(String tenant, Flux<DecisionStore.Kept> all) {
        return all.collectList()
                .flatMapMany(kept ->
                        cases.all(tenant, kept.stream().map(DecisionStore.Kept::caseId).toList())
                                .collectMap(CaseFile::id)
                                .flatMapIterable(files -> decided(kept, files)));
    }

    private static List<Decided> decided(List<DecisionStore.Kept> kept, Map<Long, CaseFile> files) {
        return kept.stream()
                .flatMap(each ->
                        Stream.ofNullable(files.get(each.caseId()))
                                .map(file -> new Decided(file, each.decision())))
                .toList();
    }
}
