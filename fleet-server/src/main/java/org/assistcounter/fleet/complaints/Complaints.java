package org.assistcounter.fleet.complaints;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.assistcounter.fleet.complaints.Decision.By;
import org.assistcounter.fleet.complaints.DecisionRules.Ruled;
import org.assistcounter.fleet.complaints.DecisionRules.Wish;
import org.assistcounter.fleet.complaints.store.DecisionStore;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What people do about cases. A decision, what it moves in the ledger, the refund it wants of a
 * wallet and its line in the audit are one transaction. A refusal says why and changes nothing;
 * empty means done.
 */
@Service
public class Complaints {
    private final Cases cases;
    private final DecisionStore decisions;
    private final Settling settling;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Complaints(
            Cases cases,
            DecisionStore decisions,
            Settling settling,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.settling = settling;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody has found out what became of the money and the goods. */
    public Mono<Refusal> decide(Operator operator, long id, Finding finding, String why) {
        return about(
                operator,
                id,
                known -> {
                    Ruled ruled =
                            settling.decide(
                                    known.file(),
                                    known.decision(),
                                    new Wish(finding, why),
                                    by(operator));
                    return switch (ruled) {
                        case Ruled.Refused refused -> Mono.just(refused.why());
                        case Ruled.Stands stands ->
                                settling.begin(known.file(), stands.decision())
                                        .switchIfEmpty(
                                                audit(
                                                        operator,
                                                        action(stands.decision()),
                                                        id,
                                                        finding.word() + ": " + why));
                    };
                });
    }

    /** A second person agrees with what was proposed. */
    public Mono<Refusal> second(Operator operator, long id, Instant seen) {
        return about(
                operator,
                id,
                known -> {
                    Ruled ruled =
                            DecisionRules.second(
                                    known.file(), known.decision(), seen, by(operator));
                    return switch (ruled) {
                        case Ruled.Refused refused -> Mono.just(refused.why());
                        case Ruled.Stands stands ->
                                settling.second(known.file(), stands.decision(), by(operator))
                                        .switchIfEmpty(audit(operator, "case-seconded", id, ""));
                    };
                });
    }

    /** Somebody does not agree: the case is open again. */
    public Mono<Refusal> decline(Operator operator, long id, Instant seen) {
        return about(
                operator,
                id,
                known ->
                        DecisionRules.isSeen(known.decision(), seen)
                                ? decisions
                                        .decline(id, seen)
                                        .filter(changed -> !changed)
                                        .map(late -> Refusal.NOT_PROPOSED)
                                        .switchIfEmpty(audit(operator, "case-declined", id, ""))
                                : Mono.just(Refusal.NOT_PROPOSED));
    }

    /** Owed money was sent. */
    public Mono<Refusal> payOut(Operator operator, long id, Payout way, String reference) {
        return about(
                operator,
                id,
                known -> {
                    Ruled ruled =
                            DecisionRules.payOut(known.decision(), way, reference, by(operator));
                    return switch (ruled) {
                        case Ruled.Refused refused -> Mono.just(refused.why());
                        case Ruled.Stands stands ->
                                pay(known.file(), stands.decision())
                                        .switchIfEmpty(
                                                audit(
                                                        operator,
                                                        "case-paid-out",
                                                        id,
                                                        way.word() + " " + reference.strip()));
                    };
                });
    }

    private Mono<Refusal> pay(CaseFile file, Decision decision) {
        Decision.Paid paid = decision.paid();
        if (paid == null) {
            throw new IllegalStateException("A payout without a payout.");
        }
        return decisions
                .isUsed(file.where().tenant(), paid)
                .flatMap(used ->
                        used
                                ? Mono.just(Refusal.REFERENCE_USED)
                                : decisions
                                        .payOut(file.id(), paid)
                                        .flatMap(first ->
                                                first
                                                        ? paidOut(file, paid)
                                                        : Mono.just(Refusal.NOT_OWED)));
    }

    private Mono<Refusal> paidOut(CaseFile file, Decision.Paid paid) {
        return cases.payOut(file, paid.way()).then(Mono.empty());
    }

    private record Known(CaseFile file, Optional<Decision> standing) {
        @Nullable Decision decision() {
            return standing.orElse(null);
        }
    }

    private Mono<Refusal> about(Operator operator, long id, Function<Known, Mono<Refusal>> work) {
        return cases.find(operator.tenant(), id)
                .flatMap(file ->
                        decisions
                                .find(id)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .map(standing -> new Known(file, standing)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> known.map(work).orElse(Mono.just(Refusal.NO_SUCH_CASE)))
                .as(transaction::transactional)
                // Two at once with one reference: the table lets one through.
                .onErrorReturn(DataIntegrityViolationException.class, Refusal.REFERENCE_USED);
    }

    private static String action(Decision decision) {
        return decision.state() == Decision.State.PROPOSED ? "case-proposed" : "case-decided";
    }

    private Mono<Refusal> audit(Operator operator, String action, long id, String detail) {
        return Mono.defer(
                () -> audit.record(operator, action, "case " + id, detail).then(Mono.empty()));
    }

    private By by(Operator operator) {
        Instant now = clock.instant();
        return new By(operator.login(), now);
    }
}
