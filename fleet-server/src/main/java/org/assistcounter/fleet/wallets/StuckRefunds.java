package org.assistcounter.fleet.wallets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.wallets.store.StuckRefundStore;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What people do about refunds that no wallet makes: have it asked again, send the money in another
 * way, or find that none is owed. A change, what it moves and its line in the audit are one
 * transaction.
 */
@Service
public class StuckRefunds {
    /** A wallet's refund takes minutes, seldom hours. */
    private static final Duration STUCK = Duration.ofDays(1);

    private static final String SENT = "sent";
    private static final String VOID = "void";
    private static final int WORDS_MIN = 4;
    private static final int WORDS_MAX = 200;

    private final StuckRefundStore store;
    private final SettlementTimer settlement;
    private final Ledger ledger;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    StuckRefunds(
            StuckRefundStore store,
            SettlementTimer settlement,
            Ledger ledger,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.settlement = settlement;
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a wish. */
    public enum Outcome {
        DONE("done"),
        NO_SUCH_REFUND("no-such-refund"),
        NOT_FAILED("not-failed"),
        NEVER_PAID("never-paid"),
        WAS_PAID("was-paid"),
        WORDS_MISSING("words-missing"),
        REFERENCE_USED("reference-used");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The word by which pages name it. */
        public String word() {
            return word;
        }
    }

    /** Refunds of a tenant that no wallet makes, or not for a day, oldest first. */
    public Flux<FailedRefund> all(String tenant) {
        return store.stuck(tenant, clock.instant().minus(STUCK));
    }

    /** One of them; empty when the tenant has none of this number. */
    public Mono<StuckRefund> find(String tenant, String refund) {
        return store.find(tenant, refund);
    }

    /** The wallet is asked again, by the same number: it pays once however often. */
    public Mono<Outcome> askAgain(Operator operator, String refund) {
        return known(operator, refund)
                .flatMap(known ->
                        isFailed(known)
                                ? store.askAgain(refund)
                                        .flatMap(first ->
                                                first
                                                        ? audit(
                                                                operator,
                                                                "refund-asked",
                                                                refund,
                                                                "")
                                                        : Mono.just(Outcome.NEVER_PAID))
                                : Mono.just(Outcome.NOT_FAILED))
                .defaultIfEmpty(Outcome.NO_SUCH_REFUND)
                .as(transaction::transactional)
                .doOnNext(done -> settlement.wake());
    }

    /** Somebody sent the money from the operator's own account. */
    public Mono<Outcome> sent(Operator operator, String refund, String typed) {
        String reference = typed.strip();
        return store.isUsed(operator.tenant(), reference)
                .flatMap(used ->
                        used
                                ? Mono.just(Outcome.REFERENCE_USED)
                                : end(operator, refund, SENT, reference))
                .as(transaction::transactional)
                // Two at once with one reference: the table lets one through.
                .onErrorReturn(DataIntegrityViolationException.class, Outcome.REFERENCE_USED);
    }

    /** Somebody found that the money is not owed: the wallet was never paid it. */
    public Mono<Outcome> notOwed(Operator operator, String refund, String why) {
        return end(operator, refund, VOID, why.strip()).as(transaction::transactional);
    }

    private Mono<Outcome> end(Operator operator, String refund, String state, String words) {
        if (words.length() < WORDS_MIN || words.length() > WORDS_MAX) {
            return Mono.just(Outcome.WORDS_MISSING);
        }
        var end = new StuckRefund.End(words, operator.login());
        return known(operator, refund)
                .flatMap(known ->
                        state.equals(VOID) && known.wasPaid()
                                ? Mono.just(Outcome.WAS_PAID)
                                : end(operator, known, state, end))
                .defaultIfEmpty(Outcome.NO_SUCH_REFUND);
    }

    private Mono<Outcome> end(
            Operator operator, StuckRefund known, String state, StuckRefund.End end) {
        Instant now = clock.instant();
        String refund = known.owed().refund();
        Mono<Outcome> ended =
                Mono.defer(() ->
                        book(known, state, now)
                                .then(audit(operator, "refund-" + state, refund, end.reference())));
        return store.end(refund, state, end, now)
                .flatMap(first -> first ? ended : Mono.just(Outcome.NOT_FAILED));
    }

    private Mono<Void> book(StuckRefund known, String state, Instant now) {
        FailedRefund owed = known.owed();
        String currency = known.attempt().currency();
        var occurrence =
                new Occurrence(
                        known.attempt().owner().tenant(),
                        owed.counter(),
                        Occurrence.Source.PERSON,
                        owed.refund() + "/" + state,
                        BusinessZone.day(now),
                        now);
        return state.equals(SENT)
                ? ledger.bookRefundSent(occurrence, owed.sale(), currency, owed.amountMinor())
                : ledger.bookRefundPaid(occurrence, owed.sale(), currency, owed.amountMinor());
    }

    private Mono<StuckRefund> known(Operator operator, String refund) {
        return store.find(operator.tenant(), refund);
    }

    private static boolean isFailed(StuckRefund known) {
        return known.state().equals("failed");
    }

    private Mono<Outcome> audit(Operator operator, String action, String refund, String detail) {
        return Mono.defer(() -> audit.record(operator, action, refund, detail))
                .thenReturn(Outcome.DONE);
    }
}
