package org.assistcounter.fleet.reconciliation;

import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.reconciliation.store.DeskStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What people do about differences. Whoever closes one gives a reason, and somebody else looks at
 * it once more; each deed and its line in the audit are one.
 */
@Service
public class DifferenceDesk {
    /** Who sees to a difference that nobody has taken. */
    public static final Set<String> ROLES = Set.of("finance", "dispatcher");

    private static final int REASON_MIN = 3;
    private static final int REASON_MAX = 500;

    private final DeskStore store;
    private final People people;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DifferenceDesk(
            DeskStore store,
            People people,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes somebody, or whoever has a role, see to it. */
    public Mono<Outcome> give(Operator operator, long id, String owner) {
        return isOwner(operator, owner)
                .flatMap(isKnown ->
                        isKnown
                                ? about(
                                                operator,
                                                id,
                                                difference ->
                                                        done(
                                                                operator,
                                                                "difference-given",
                                                                difference,
                                                                difference.owner() + " → " + owner,
                                                                store.give(id, owner)))
                                        .flatMap(outcome -> given(operator, id, outcome))
                                : Mono.just(Outcome.NO_SUCH_OWNER));
    }

    /** What is open and could not be given is theirs. */
    private Mono<Outcome> given(Operator operator, long id, Outcome outcome) {
        return outcome == Outcome.CLOSED_ALREADY
                ? store.find(operator.tenant(), id)
                        .map(now -> now.end() == null ? Outcome.THEIRS_ALREADY : outcome)
                : Mono.just(outcome);
    }

    private Mono<Boolean> isOwner(Operator operator, String owner) {
        return ROLES.contains(owner)
                ? Mono.just(true)
                : people.of(operator.tenant()).any(person -> person.login().equals(owner));
    }

    /** Ends it, though it is still found: what that means is in the reason. */
    public Mono<Outcome> close(Operator operator, long id, String reason) {
        String words = reason.strip();
        if (words.length() < REASON_MIN || words.length() > REASON_MAX) {
            return Mono.just(Outcome.NO_REASON);
        }
        return about(
                operator,
                id,
                difference ->
                        done(
                                operator,
                                "difference-closed",
                                difference,
                                words,
                                store.close(id, operator.login(), words, clock.instant())));
    }

    /** Somebody else has looked at what was closed. */
    public Mono<Outcome> lookAgain(Operator operator, long id) {
        return about(
                operator,
                id,
                difference -> {
                    Difference.End end = difference.end();
                    if (end == null) {
                        return Mono.just(Outcome.STILL_OPEN);
                    }
                    if (operator.login().equals(end.by())) {
                        return Mono.just(Outcome.OWN_CLOSING);
                    }
                    return done(
                            operator,
                            "difference-looked-at-again",
                            difference,
                            String.valueOf(end.by()) + ": " + end.reason(),
                            store.lookAgain(id, operator.login()));
                });
    }

    private Mono<Outcome> about(
            Operator operator, long id, Function<Difference, Mono<Outcome>> deed) {
        return store.find(operator.tenant(), id)
                .flatMap(deed)
                .defaultIfEmpty(Outcome.UNKNOWN)
                .as(transaction::transactional);
    }

    private Mono<Outcome> done(
            Operator operator,
            String action,
            Difference difference,
            String words,
            Mono<Boolean> deed) {
        Found found = difference.found();
        String detail =
                "%s of %s, %s: %d and %d. %s"
                        .formatted(
                                found.key().kind().word(),
                                found.key().source().word(),
                                found.key().subject(),
                                found.ours(),
                                found.theirs(),
                                words);
        return deed.flatMap(isDone ->
                isDone
                        ? audit.record(operator, action, "difference " + difference.id(), detail)
                                .thenReturn(Outcome.DONE)
                        : Mono.just(Outcome.CLOSED_ALREADY));
    }
}
