package org.assistcounter.fleet.complaints;

import org.assistcounter.fleet.complaints.Decision.By;
import org.assistcounter.fleet.complaints.Decision.State;
import org.assistcounter.fleet.complaints.DecisionRules.Ruled;
import org.assistcounter.fleet.complaints.DecisionRules.Wish;
import org.assistcounter.fleet.complaints.store.DecisionStore;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries out what was decided, in the caller's transaction. */
@Component
class Settling {
    private final Cases cases;
    private final DecisionStore decisions;
    private final Attempts attempts;
    private final ComplaintSettings settings;

    Settling(Cases cases, DecisionStore decisions, Attempts attempts, ComplaintSettings settings) {
        this.cases = cases;
        this.decisions = decisions;
        this.attempts = attempts;
        this.settings = settings;
    }

    Ruled decide(CaseFile file, @Nullable Decision standing, Wish wish, By by) {
        return DecisionRules.decide(file, standing, wish, by, settings.secondFromMinor());
    }

    /** Keeps a first decision and books it unless it is only proposed. */
    Mono<Refusal> begin(CaseFile file, Decision decision) {
        Mono<Refusal> kept =
                decisions
                        .add(file, decision)
                        .flatMap(first ->
                                first ? book(file, decision) : Mono.just(Refusal.DECIDED_ALREADY));
        return unpaid(file, decision).switchIfEmpty(kept);
    }

    /** Keeps that somebody agreed, and books it. */
    Mono<Refusal> second(CaseFile file, Decision decision, By by) {
        return decisions
                .second(file.id(), decision, by)
                .flatMap(first -> first ? book(file, decision) : Mono.just(Refusal.NOT_PROPOSED));
    }

    private Mono<Refusal> book(CaseFile file, Decision decision) {
        if (decision.state() == State.PROPOSED) {
            return Mono.empty();
        }
        return cases.settle(file, decision.finding())
                .doOnNext(first -> {
                    if (!first) {
                        throw new IllegalStateException("Case " + file.id() + " settled twice.");
                    }
                })
                .then(Mono.defer(() -> payBack(file, decision)));
    }

    /** A journal cannot draw money: only the wallet that was paid for the sale refunds it. */
    private Mono<Refusal> unpaid(CaseFile file, Decision decision) {
        return isRefund(file, decision)
                ? attempts.isPaid(file.line().sale(), file.where().counter())
                        .filter(paid -> !paid)
                        .map(unpaid -> Refusal.NEVER_PAID)
                : Mono.empty();
    }

    private Mono<Refusal> payBack(CaseFile file, Decision decision) {
        return isRefund(file, decision)
                ? attempts.payBack(
                                file.line().sale(),
                                file.lineNumber(),
                                file.claim().amountMinor(),
                                file.where().counter())
                        .then(Mono.empty())
                : Mono.empty();
    }

    private static boolean isRefund(CaseFile file, Decision decision) {
        return decision.finding() == Finding.PAY_BACK && file.claim().way() == PaymentWay.WALLET;
    }
}
