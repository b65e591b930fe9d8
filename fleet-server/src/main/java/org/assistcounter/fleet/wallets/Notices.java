package org.assistcounter.fleet.wallets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.assistcounter.fleet.wallets.store.NoticeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes what wallets tell by themselves. The libraries check signatures and no more: that it is not
 * old, not said before, of an order of ours and of its amount is checked here. What comes after its
 * sale has ended is then refunded by the settlement, once.
 */
@Service
public class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** As long as WeChat Pay's own answers are believed. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final AttemptStore attempts;
    private final NoticeStore store;
    private final SettlementTimer settlement;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Notices(
            AttemptStore attempts,
            NoticeStore store,
            SettlementTimer settlement,
            TransactionalOperator transaction,
            Clock clock) {
        this.attempts = attempts;
        this.store = store;
        this.settlement = settlement;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a notice. */
    public enum Outcome {
        TAKEN,
        KNOWN,
        TOO_OLD,
        NO_ORDER_OF_OURS,
        WRONG_AMOUNT;

        /** Whether the wallet need not say it again. */
        public boolean isGood() {
            return this == TAKEN || this == KNOWN;
        }
    }

    /** Believes a notice or says why not. */
    public Mono<Outcome> take(Notice notice) {
        Instant now = clock.instant();
        if (Duration.between(notice.signedAt(), now).abs().compareTo(WINDOW) > 0) {
            return told(notice, Outcome.TOO_OLD);
        }
        return attempts.find(notice.attempt())
                .filter(attempt -> attempt.means().wallet() == notice.wallet())
                .flatMap(attempt ->
                        attempt.amountMinor() == notice.standing().amountMinor()
                                ? keep(attempt, notice, now)
                                : told(notice, Outcome.WRONG_AMOUNT))
                .switchIfEmpty(Mono.defer(() -> told(notice, Outcome.NO_ORDER_OF_OURS)));
    }

    private Mono<Outcome> keep(Attempt attempt, Notice notice, Instant now) {
        return store.add(notice, attempt.owner().tenant(), now)
                .flatMap(isNew ->
                        isNew
                                ? attempts.stand(notice.attempt(), notice.standing())
                                        .thenReturn(Outcome.TAKEN)
                                : Mono.just(Outcome.KNOWN))
                .as(transaction::transactional)
                .doOnNext(taken -> settlement.wake());
    }

    private static Mono<Outcome> told(Notice notice, Outcome outcome) {
        LOG.atWarn()
                .addKeyValue("attempt", notice.attempt())
                .log("A notice of {}: {}", notice.wallet(), outcome);
        return Mono.just(outcome);
    }
}
