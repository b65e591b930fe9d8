package org.assistcounter.fleet.wallets;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The attempts to pay by wallet: counters ask, journals tell how they ended. */
@Service
public class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    /** Longer than a counter waits, since it closes what it gives up. */
    private static final Duration PAYABLE = Duration.ofMinutes(10);

    /** A payment code is not kept: it is money while it is fresh, and nothing after. */
    private static final String NO_CODE = "";

    private final WalletGateway gateway;
    private final AttemptStore store;
    private final Settlement settlement;
    private final Clock clock;

    Attempts(WalletGateway gateway, AttemptStore store, Settlement settlement, Clock clock) {
        this.gateway = gateway;
        this.store = store;
        this.settlement = settlement;
        this.clock = clock;
    }

    /**
     * Answers a counter. Asked again, the answer is the same or newer, and nothing is done twice.
     */
    public Mono<Answer> ask(Counter counter, Question question) {
        Mono<Answer> answered =
                switch (question) {
                    case Question.OrderWallet order -> order(counter, order);
                    case Question.ChargeCode charge -> charge(counter, charge);
                    case Question.QueryWallet query ->
                            stand(counter, query.attempt(), gateway.query(query.attempt()));
                    case Question.CloseWallet close ->
                            stand(counter, close.attempt(), gateway.close(close.attempt()));
                };
        return answered.onErrorResume(failure -> {
            LOG.warn("No answer for attempt {}", question.attempt(), failure);
            return Mono.just(unavailable(question.attempt()));
        });
    }

    private Mono<Answer> order(Counter counter, Question.OrderWallet order) {
        return gateway.order(ordered(order.attempt(), order.price()))
                .flatMap(code -> store.add(attempt(counter, order.attempt(), order.price(), code)))
                .then(known(counter, order.attempt()));
    }

    /**
     * On disk before the wallet hears of it; asked again, it is charged only if the wallet has not
     * heard of it.
     */
    private Mono<Answer> charge(Counter counter, Question.ChargeCode charge) {
        String attempt = charge.attempt();
        Mono<Standing> first =
                Mono.defer(() -> gateway.charge(ordered(attempt, charge.price()), charge.code()));
        Mono<Standing> again = Mono.defer(() -> gateway.query(attempt)).switchIfEmpty(first);
        return store.find(attempt, counter.id().hex())
                .hasElement()
                .flatMap(isKnown ->
                        store.add(attempt(counter, attempt, charge.price(), NO_CODE))
                                .then(stand(counter, attempt, isKnown ? again : first)));
    }

    private WalletGateway.Order ordered(String attempt, Question.Price price) {
        return new WalletGateway.Order(
                attempt,
                price.amountMinor(),
                price.currency(),
                price.description(),
                clock.instant().plus(PAYABLE));
    }

    private Attempt attempt(Counter counter, String attempt, Question.Price price, String code) {
        return new Attempt(
                attempt,
                new Attempt.Owner(counter.place().tenant(), counter.id().hex()),
                price.amountMinor(),
                price.currency(),
                code,
                new Standing(WalletGateway.State.WAITING, 0, ""),
                clock.instant());
    }

    private Mono<Answer> stand(Counter counter, String attempt, Mono<Standing> asked) {
        return store.find(attempt, counter.id().hex())
                .flatMap(known -> asked.flatMap(standing -> store.stand(attempt, standing)))
                .then(known(counter, attempt));
    }

    private Mono<Answer> known(Counter counter, String attempt) {
        return store.find(attempt, counter.id().hex())
                .map(Attempts::answer)
                .defaultIfEmpty(unavailable(attempt));
    }

    private static Answer answer(Attempt attempt) {
        return new Answer(
                attempt.attempt(),
                switch (attempt.standing().state()) {
                    case WAITING -> Answer.State.WAITING;
                    case PAID -> Answer.State.PAID;
                    case CLOSED -> Answer.State.CLOSED;
                },
                attempt.code().isEmpty() ? null : attempt.code(),
                attempt.standing().amountMinor(),
                attempt.transaction());
    }

    private static Answer unavailable(String attempt) {
        return new Answer(attempt, Answer.State.UNAVAILABLE, null, 0, null);
    }

    /** Takes note of what a journal says, in the caller's transaction. */
    public Mono<Void> follow(String counter, Fact fact) {
        return switch (fact) {
            case Fact.PaymentResolved f when f.way() == PaymentWay.WALLET ->
                    store.end(
                            f.sale().attempt(f.attempt()),
                            counter,
                            f.outcome() == PaymentOutcome.APPROVED ? "approved" : "abandoned");
            case Fact.RefundResolved f when f.outcome() == RefundOutcome.HANDED_OVER ->
                    store.want(refund(f), counter, clock.instant());
            case Fact _ -> Mono.empty();
        };
    }

    private static AttemptStore.Wanted refund(Fact.RefundResolved fact) {
        SaleId sale = fact.sale();
        return new AttemptStore.Wanted(
                sale.refund(fact.attempt(), fact.line()),
                sale.attempt(fact.attempt()),
                fact.amountMinor(),
                "not delivered");
    }

    /** The sales of a tenant whose money is on its way back. */
    public Flux<String> refundsUnderWay(String tenant) {
        return store.owing(tenant).map(Attempt::sale);
    }

    /** Refunds of a tenant that no wallet makes, oldest first. */
    public Flux<FailedRefund> failedRefunds(String tenant) {
        return store.failed(tenant);
    }

    /** Something may be due to be closed or refunded. */
    public void wake() {
        settlement.wake();
    }
}
