package org.assistcounter.fleet.wallets;

import java.time.Clock;
import java.util.Collection;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.assistcounter.fleet.wallets.store.GrantStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A wallet's payment is a grant to dispense that ends with the order: no counter waits that long
 * ({@code Limits} there, {@link Attempt#expiresAt()} here). Whether a counter that then is silent
 * dispensed or not only its journal can tell, so nothing is refunded before: the money is a case
 * that somebody owns, and the case ends by itself when the journal comes.
 */
@Component
class Grants {

    private final GrantStore store;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Grants(GrantStore store, Ledger ledger, TransactionalOperator transaction, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The attempts whose counters have been silent for longer than they may wait. */
    Flux<Attempt> unheard() {
        return store.unheard(clock.instant().minus(Attempt.PAYABLE));
    }

    /** Makes a case of a payment; again changes nothing. */
    Mono<Void> open(Attempt paid) {
        return store.open(paid, clock.instant())
                .filter(isNew -> isNew)
                .flatMap(isNew ->
                        ledger.bookSilentGrant(
                                occurrence(paid, "silent"),
                                paid.sale(),
                                paid.currency(),
                                paid.standing().amountMinor()))
                .as(transaction::transactional);
    }

    /** Journals have told, in the caller's transaction: what follows is booked from them. */
    Mono<Void> heard(Collection<AttemptStore.Ended> told) {
        return told.isEmpty()
                ? Mono.empty()
                : store.close(told, clock.instant())
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(closed ->
                                ledger.bookSilentGrant(
                                        occurrence(closed, "heard"),
                                        closed.sale(),
                                        closed.currency(),
                                        -closed.standing().amountMinor()))
                        .then();
    }

    Flux<SilentGrant> open(String tenant) {
        return store.open(tenant);
    }

    private Occurrence occurrence(Attempt attempt, String what) {
        return new Occurrence(
                attempt.owner().tenant(),
                attempt.owner().counter(),
                Occurrence.Source.WALLET,
                attempt.attempt() + "/" + what,
                BusinessZone.day(clock.instant()),
                clock.instant());
    }
}
