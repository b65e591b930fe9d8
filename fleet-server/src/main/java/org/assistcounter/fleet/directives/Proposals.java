package org.assistcounter.fleet.directives;

import java.time.Clock;
import org.assistcounter.fleet.directives.Outcome.Refused;
import org.assistcounter.fleet.directives.store.ProposalStore;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Once;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one person may change alone, and what waits for a second: a change at many counters. That
 * something is sold no more waits for nobody.
 */
@Service
public class Proposals {
    private final Directives directives;
    private final ProposalStore store;
    private final Once once;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final int aloneMax;

    Proposals(
            Directives directives,
            ProposalStore store,
            Once once,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock,
            @Value("${assistcounter.directives.alone-max}") int aloneMax) {
        this.directives = directives;
        this.store = store;
        this.once = once;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.aloneMax = aloneMax;
    }

    /** At so many counters one person changes alone. */
    public int aloneMax() {
        return aloneMax;
    }

    /**
     * The same from a form that may be sent again.
     *
     * @param word the form's, which is good once
     */
    public Mono<Outcome> change(Operator by, String word, Change.Wish wish, Change.Place place) {
        return transaction
                .execute(status ->
                        once.isFirst(by, word)
                                .flatMap(isFirst ->
                                        isFirst
                                                ? change(by, wish, place)
                                                : Mono.just(Refused.SENT_ALREADY))
                                .doOnNext(outcome -> {
                                    if (outcome instanceof Refused) {
                                        status.setRollbackOnly();
                                    }
                                }))
                .single();
    }

    /** Changes something, or proposes it where it takes two. */
    public Mono<Outcome> change(Operator by, Change.Wish wish, Change.Place place) {
        if (wish.isWithdrawal()) {
            return directives.change(by, wish, place);
        }
        return directives
                .reach(by.tenant(), wish, place)
                .flatMap(reach ->
                        switch (reach) {
                            case Outcome.Done(int counters) ->
                                    counters > aloneMax
                                            ? propose(
                                                    by,
                                                    new Change(
                                                            0,
                                                            wish,
                                                            place,
                                                            counters,
                                                            by.login(),
                                                            clock.instant()))
                                            : directives.change(by, wish, place);
                            case Outcome.Proposed _, Refused _ -> Mono.just(reach);
                        });
    }

    /** What waits for a second person, the oldest first. */
    public Flux<Change> open(String tenant) {
        return store.open(tenant);
    }

    /** Makes a change that another person has proposed, at the counters that are there now. */
    public Mono<Outcome> approve(Operator by, long id) {
        return store.end(by.tenant(), id, by.login(), true)
                .flatMap(proposal ->
                        audit.record(
                                        by,
                                        "proposal-approved",
                                        proposal.wish().product(),
                                        "proposal " + id)
                                .then(
                                        directives.change(
                                                by,
                                                proposal.by() + " + " + by.login(),
                                                proposal.wish(),
                                                proposal.place())))
                .switchIfEmpty(Mono.defer(() -> whyNot(by, id)))
                .as(transaction::transactional);
    }

    /** Takes a proposal away; whoever has made it may too. */
    public Mono<Outcome> decline(Operator by, long id) {
        return store.end(by.tenant(), id, by.login(), false)
                .flatMap(proposal ->
                        audit.record(
                                        by,
                                        "proposal-declined",
                                        proposal.wish().product(),
                                        "proposal " + id)
                                .<Outcome>thenReturn(new Outcome.Done(0)))
                .defaultIfEmpty(Refused.NO_PROPOSAL)
                .as(transaction::transactional);
    }

    private Mono<Outcome> propose(Operator by, Change change) {
        return store.add(by.tenant(), change)
                .flatMap(id ->
                        audit.record(by, "proposal-made", change.wish().product(), "proposal " + id)
                                .<Outcome>thenReturn(new Outcome.Proposed(id, change.counters())))
                .as(transaction::transactional);
    }

    private Mono<Outcome> whyNot(Operator by, long id) {
        return store.open(by.tenant())
                .any(proposal -> proposal.id() == id)
                .map(isOpen -> isOpen ? Refused.OWN_PROPOSAL : Refused.NO_PROPOSAL);
    }
}
