package org.assistcounter.fleet.wallets;

import java.time.Clock;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.assistcounter.fleet.wallets.store.RefundStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Closes attempts that counters gave up or fell silent in, refunds what was paid all the same, and
 * makes the refunds that are wanted. It works from the tables, so whatever a crash interrupts is
 * done after it; every call to a wallet may be repeated.
 */
@Component
class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Gateways gateways;
    private final AttemptStore store;
    private final RefundStore refunds;
    private final Grants grants;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Settlement(
            Gateways gateways,
            AttemptStore store,
            RefundStore refunds,
            Grants grants,
            Ledger ledger,
            TransactionalOperator transaction,
            Clock clock) {
        this.gateways = gateways;
        this.store = store;
        this.refunds = refunds;
        this.grants = grants;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One round; never an error. */
    Mono<Void> settle() {
        return store.abandoned()
                .concatMap(attempt -> patiently(Mono.defer(() -> giveUp(attempt))))
                .thenMany(grants.unheard())
                .concatMap(attempt -> patiently(Mono.defer(() -> unheard(attempt))))
                .thenMany(refunds.refunding())
                .concatMap(owed -> patiently(Mono.defer(() -> refund(owed))))
                .then()
                .as(Settlement::patiently);
    }

    /** What fails now is tried again at the next round, and stops nothing else. */
    private static Mono<Void> patiently(Mono<Void> work) {
        return work.onErrorResume(failure -> {
            LOG.info("A wallet is not settled now: {}", WalletTrouble.words(failure));
            return Mono.empty();
        });
    }

    private Mono<Void> giveUp(Attempt attempt) {
        if (attempt.standing().state() == State.PAID) {
            return owe(attempt, attempt.standing().amountMinor());
        }
        return close(attempt)
                .filter(standing -> standing.state() == State.PAID)
                .flatMap(standing -> owe(attempt, standing.amountMinor()));
    }

    /** What was paid unnoticed becomes known by closing; what was paid becomes a case. */
    private Mono<Void> unheard(Attempt attempt) {
        return attempt.standing().state() == State.PAID
                ? grants.open(attempt)
                : close(attempt).then();
    }

    private Mono<Standing> close(Attempt attempt) {
        WalletGateway gateway = gateways.of(attempt.means().wallet());
        return store.mayClose(attempt.attempt(), clock.instant(), gateway.terms().pace())
                .filter(may -> may)
                .flatMap(may ->
                        gateway.close(attempt.attempt())
                                .switchIfEmpty(Mono.defer(() -> neverHeardOf(attempt))))
                .flatMap(standing -> store.stand(attempt.attempt(), standing).thenReturn(standing));
    }

    /** A request may still be on its way until the order expires; after that it pays nothing. */
    private Mono<Standing> neverHeardOf(Attempt attempt) {
        return clock.instant().isAfter(attempt.expiresAt())
                ? Mono.just(new Standing(State.UNKNOWN, 0, ""))
                : Mono.empty();
    }

    /** Paid after the sale had ended: booked, and owed back in the same transaction. */
    private Mono<Void> owe(Attempt attempt, long amountMinor) {
        String refund = attempt.attempt() + "-r0";
        return ledger.bookLatePayment(
                        occurrence(attempt, refund + "/late"),
                        attempt.sale(),
                        attempt.currency(),
                        amountMinor)
                .then(
                        refunds.want(
                                new RefundStore.Wanted(
                                        refund, attempt.attempt(), amountMinor, "paid too late"),
                                attempt.owner().counter(),
                                clock.instant()))
                .as(transaction::transactional);
    }

    private Mono<Void> refund(RefundStore.Owed owed) {
        WalletGateway gateway = gateways.of(owed.wallet());
        String refund = owed.refund().refund();
        return refunds.mayAsk(refund, clock.instant(), gateway.terms().pace())
                .filter(may -> may)
                .flatMap(may -> refund(gateway, owed));
    }

    /** Asked about first, so that one that is processing is not ordered again. */
    private Mono<Void> refund(WalletGateway gateway, RefundStore.Owed owed) {
        WalletGateway.Refund refund = owed.refund();
        Mono<WalletGateway.RefundStanding> ordered =
                Mono.defer(() -> refunds.ordered(refund.refund()).then(gateway.refund(refund)));
        return gateway.refundStanding(refund.refund())
                .filter(standing ->
                        !owed.again() || standing != WalletGateway.RefundStanding.FAILED)
                .switchIfEmpty(ordered)
                .flatMap(standing ->
                        switch (standing) {
                            case PROCESSING -> Mono.empty();
                            case DONE ->
                                    store.find(refund.attempt())
                                            .flatMap(attempt -> settled(refund, attempt))
                                            .as(transaction::transactional);
                            case FAILED -> failed(refund);
                        });
    }

    private Mono<Void> failed(WalletGateway.Refund refund) {
        return refunds.failed(refund.refund(), clock.instant())
                .doOnNext(first ->
                        LOG.atWarn()
                                .addKeyValue("attempt", refund.attempt())
                                .addKeyValue("refund", refund.refund())
                                .log("A wallet does not make a refund."))
                .then();
    }

    private Mono<Void> settled(WalletGateway.Refund refund, Attempt attempt) {
        return refunds.refunded(refund.refund(), clock.instant())
                .flatMap(first ->
                        first
                                ? ledger.bookRefundPaid(
                                        occurrence(attempt, refund.refund()),
                                        attempt.sale(),
                                        attempt.currency(),
                                        refund.amountMinor())
                                : Mono.empty());
    }

    private Occurrence occurrence(Attempt attempt, String reference) {
        return new Occurrence(
                attempt.owner().tenant(),
                attempt.owner().counter(),
                Occurrence.Source.WALLET,
                reference,
                BusinessZone.day(clock.instant()),
                clock.instant());
    }
}
