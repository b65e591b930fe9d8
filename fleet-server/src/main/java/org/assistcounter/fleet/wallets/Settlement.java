package org.assistcounter.fleet.wallets;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ArrayBlockingQueue;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Closes attempts that counters gave up, refunds what was paid all the same, and makes the refunds
 * that are wanted. It works from the tables, so whatever a crash interrupts is done after it; every
 * call to a wallet may be repeated.
 */
@Component
class Settlement implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

    private final WalletGateway gateway;
    private final AttemptStore store;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Sinks.Many<Boolean> wakes =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(1));
    private final Disposable running;

    Settlement(
            WalletGateway gateway,
            AttemptStore store,
            Ledger ledger,
            TransactionalOperator transaction,
            Clock clock) {
        this.gateway = gateway;
        this.store = store;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
        this.running =
                Flux.merge(wakes.asFlux(), Flux.interval(EVERY).map(tick -> true))
                        .onBackpressureDrop()
                        .concatMap(due -> settle(), 1)
                        .subscribe();
    }

    /** A wake that comes while one is pending adds nothing. */
    void wake() {
        wakes.tryEmitNext(true);
    }

    private Mono<Void> settle() {
        return store.abandoned()
                .concatMap(attempt -> patiently(giveUp(attempt)))
                .thenMany(store.refunding())
                .concatMap(refund -> patiently(refund(refund)))
                .then()
                .as(Settlement::patiently);
    }

    /** What fails now is tried again at the next round, and stops nothing else. */
    private static Mono<Void> patiently(Mono<Void> work) {
        return work.onErrorResume(failure -> {
            LOG.info("A wallet is not settled now: {}", failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> giveUp(Attempt attempt) {
        return gateway.close(attempt.attempt())
                .flatMap(standing ->
                        store.stand(attempt.attempt(), standing)
                                .then(
                                        standing.state() == State.PAID
                                                ? owe(attempt, standing.amountMinor())
                                                : Mono.empty()));
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
                        store.want(
                                new AttemptStore.Wanted(
                                        refund, attempt.attempt(), amountMinor, "paid too late"),
                                attempt.owner().counter(),
                                clock.instant()))
                .as(transaction::transactional);
    }

    /** Asked about first, so that one that is processing is not ordered again. */
    private Mono<Void> refund(WalletGateway.Refund refund) {
        return gateway.refundStanding(refund.refund())
                .switchIfEmpty(Mono.defer(() -> gateway.refund(refund)))
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
        return store.failed(refund.refund(), clock.instant())
                .doOnNext(first -> LOG.warn("A wallet does not make refund {}.", refund.refund()))
                .then();
    }

    private Mono<Void> settled(WalletGateway.Refund refund, Attempt attempt) {
        return store.refunded(refund.refund(), clock.instant())
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
                LocalDate.ofInstant(clock.instant(), BUSINESS_ZONE),
                clock.instant());
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
