package org.assistcounter.fleet.wallets;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.assistcounter.fleet.wallets.store.RefundStore;
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

/**
 * The attempts to pay by wallet: counters ask, journals tell how they ended. An attempt is on disk
 * before a wallet hears of it, whoever inserts it alone may order or charge it, and nobody hears of
 * the attempt of another counter.
 */
@Service
public class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Gateways gateways;
    private final AttemptStore store;
    private final RefundStore refunds;
    private final Grants grants;
    private final SettlementTimer settlement;
    private final Clock clock;

    Attempts(
            Gateways gateways,
            AttemptStore store,
            RefundStore refunds,
            Grants grants,
            SettlementTimer settlement,
            Clock clock) {
        this.gateways = gateways;
        this.store = store;
        this.refunds = refunds;
        this.grants = grants;
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
                    case Question.QueryWallet query -> of(counter, query.attempt(), this::query);
                    case Question.CloseWallet close -> of(counter, close.attempt(), this::close);
                };
        return answered.onErrorResume(failure -> {
            LOG.atWarn()
                    .addKeyValue("counter", counter.id())
                    .addKeyValue("attempt", question.attempt())
                    .log("A wallet brought no answer: {}", WalletTrouble.words(failure));
            return Mono.just(without(question.attempt(), Answer.State.UNAVAILABLE));
        });
    }

    /** Answers a counter that asks for what no wallet of this fleet does. */
    public Mono<Answer> refuse(Counter counter, String attempt) {
        return store.find(attempt, counter.id().hex())
                .map(Attempts::answer)
                .defaultIfEmpty(without(attempt, Answer.State.REFUSED));
    }

    private Mono<Answer> order(Counter counter, Question.OrderWallet order) {
        Question.Price price = order.price();
        return gateways.offered(order.wallet())
                .map(gateway ->
                        store.add(begun(counter, order.attempt(), price, shown(gateway)))
                                .then(of(counter, order.attempt(), known -> show(known, price))))
                .orElseGet(() -> refuse(counter, order.attempt()));
    }

    private Mono<Void> show(Attempt known, Question.Price price) {
        Attempt.Means means = known.means();
        boolean isToBeShown = !means.isScanned() && means.code().isEmpty();
        if (!isToBeShown || known.standing().state() != State.WAITING) {
            return Mono.empty();
        }
        return gateways.of(means.wallet())
                .order(ordered(known, price))
                .flatMap(code -> store.show(known.attempt(), code));
    }

    /** A repeated question only asks how it stands: a code that is charged twice may pay twice. */
    private Mono<Answer> charge(Counter counter, Question.ChargeCode charge) {
        Question.Price price = charge.price();
        String attempt = charge.attempt();
        return gateways.offered(charge.code().wallet())
                .map(gateway ->
                        store.add(begun(counter, attempt, price, scanned(gateway)))
                                .flatMap(isNew ->
                                        of(
                                                counter,
                                                attempt,
                                                known ->
                                                        isNew
                                                                ? take(known, charge)
                                                                : query(known))))
                .orElseGet(() -> refuse(counter, attempt));
    }

    private Mono<Void> take(Attempt known, Question.ChargeCode charge) {
        return gateways.of(known.means().wallet())
                .charge(ordered(known, charge.price()), charge.code())
                .flatMap(standing -> store.stand(known.attempt(), standing));
    }

    private Mono<Void> query(Attempt known) {
        WalletGateway gateway = gateways.of(known.means().wallet());
        return store.mayQuery(known.attempt(), clock.instant(), gateway.terms().pace())
                .filter(may -> may)
                .flatMap(may -> gateway.query(known.attempt()))
                .flatMap(standing -> store.stand(known.attempt(), standing));
    }

    private Mono<Void> close(Attempt known) {
        WalletGateway gateway = gateways.of(known.means().wallet());
        return store.mayClose(known.attempt(), clock.instant(), gateway.terms().pace())
                .filter(may -> may)
                .flatMap(may -> gateway.close(known.attempt()))
                .flatMap(standing -> store.stand(known.attempt(), standing));
    }

    private static Attempt.Means shown(WalletGateway gateway) {
        return new Attempt.Means(gateway.terms().kind(), false, "");
    }

    /** The payment code is not kept: it is money while it is fresh, and nothing after. */
    private static Attempt.Means scanned(WalletGateway gateway) {
        return new Attempt.Means(gateway.terms().kind(), true, "");
    }

    private static WalletGateway.Order ordered(Attempt known, Question.Price price) {
        return new WalletGateway.Order(
                known.attempt(),
                known.amountMinor(),
                known.currency(),
                price.description(),
                known.expiresAt());
    }

    private Attempt begun(
            Counter counter, String attempt, Question.Price price, Attempt.Means means) {
        return new Attempt(
                attempt,
                new Attempt.Owner(counter.place().tenant(), counter.id().hex()),
                price.amountMinor(),
                price.currency(),
                means,
                new Standing(State.WAITING, 0, ""),
                clock.instant());
    }

    /** Does something with this counter's attempt and answers how it stands then. */
    private Mono<Answer> of(Counter counter, String attempt, Function<Attempt, Mono<Void>> done) {
        String asker = counter.id().hex();
        return Mono.defer(() -> store.find(attempt, asker))
                .flatMap(done)
                .then(Mono.defer(() -> store.find(attempt, asker)))
                .map(Attempts::answer)
                .defaultIfEmpty(without(attempt, Answer.State.UNAVAILABLE));
    }

    private static Answer answer(Attempt attempt) {
        String code = attempt.means().code();
        return new Answer(
                attempt.attempt(),
                switch (attempt.standing().state()) {
                    case WAITING -> Answer.State.WAITING;
                    case PAID -> Answer.State.PAID;
                    case CLOSED, UNKNOWN -> Answer.State.CLOSED;
                    case REFUSED -> Answer.State.REFUSED;
                },
                code.isEmpty() ? null : code,
                attempt.standing().amountMinor(),
                attempt.transaction());
    }

    private static Answer without(String attempt, Answer.State state) {
        return new Answer(attempt, state, null, 0, null);
    }

    /** What the journal of a counter says. */
    public record Told(String counter, Fact fact) {}

    /** Takes note of what journals say, in the caller's transaction; most is of no wallet. */
    public Mono<Void> follow(Collection<Told> told) {
        Map<String, AttemptStore.Ended> ended = new LinkedHashMap<>();
        Map<String, RefundStore.Asked> asked = new LinkedHashMap<>();
        for (Told each : told) {
            switch (each.fact()) {
                case Fact.PaymentResolved f when f.way() == PaymentWay.WALLET -> {
                    var end = ended(each.counter(), f);
                    ended.putIfAbsent(end.counter() + end.attempt(), end);
                }
                case Fact.RefundResolved f when f.outcome() == RefundOutcome.HANDED_OVER -> {
                    var refund = new RefundStore.Asked(refund(f), each.counter());
                    asked.putIfAbsent(refund.counter() + refund.wanted().refund(), refund);
                }
                case Fact _ -> {}
            }
        }
        return store.end(ended.values())
                .then(grants.heard(ended.values()))
                .then(refunds.want(asked.values(), clock.instant()));
    }

    private static AttemptStore.Ended ended(String counter, Fact.PaymentResolved fact) {
        return new AttemptStore.Ended(
                fact.sale().attempt(fact.attempt()),
                counter,
                fact.outcome() == PaymentOutcome.APPROVED ? "approved" : "abandoned");
    }

    private static RefundStore.Wanted refund(Fact.RefundResolved fact) {
        SaleId sale = fact.sale();
        return new RefundStore.Wanted(
                sale.refund(fact.attempt(), fact.line()),
                sale.attempt(fact.attempt()),
                fact.amountMinor(),
                "not delivered");
    }

    /** Whether a wallet was paid for a sale of this counter. */
    public Mono<Boolean> isPaid(String sale, String counter) {
        return store.paidOf(sale, counter).hasElement();
    }

    /**
     * Wants money of a settled case back from the wallet that was paid, in the caller's
     * transaction.
     */
    public Mono<Void> payBack(String sale, int line, long amountMinor, String counter) {
        return store.paidOf(sale, counter)
                .flatMap(paid -> {
                    String refund = paid.attempt() + "-r" + line;
                    var wanted =
                            new RefundStore.Wanted(refund, paid.attempt(), amountMinor, "case");
                    return refunds.want(wanted, counter, clock.instant());
                });
    }

    /** How far the refunds of a sale are. */
    public Flux<RefundPart> refundsOf(String sale) {
        return refunds.parts(sale);
    }

    /** The sales of a tenant whose money is on its way back. */
    public Flux<String> refundsUnderWay(String tenant) {
        return refunds.owing(tenant).map(Attempt::sale);
    }

    /** What was paid to counters of a tenant that have been silent since, oldest first. */
    public Flux<SilentGrant> silentGrants(String tenant) {
        return grants.open(tenant);
    }

    /** Something may be due to be closed or refunded. */
    public void wake() {
        settlement.wake();
    }
}
