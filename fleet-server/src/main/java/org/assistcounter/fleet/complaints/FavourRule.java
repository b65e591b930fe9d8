package org.assistcounter.fleet.complaints;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.complaints.Decision.By;
import org.assistcounter.fleet.complaints.DecisionRules.Ruled;
import org.assistcounter.fleet.complaints.DecisionRules.Wish;
import org.assistcounter.fleet.complaints.store.DecisionStore;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.journal.CaseReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides for the shopper what nobody has looked into for a set time, up to a set amount. It waits
 * by our clock from when we heard of the case: a counter's clock may say anything.
 */
@Component
public class FavourRule implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(FavourRule.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String WHY = "not looked into in time";

    private final Cases cases;
    private final DecisionStore decisions;
    private final Settling settling;
    private final ComplaintSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Disposable running;

    FavourRule(
            Cases cases,
            DecisionStore decisions,
            Settling settling,
            ComplaintSettings settings,
            TransactionalOperator transaction,
            Shards shards,
            Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.settling = settling;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.running =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(
                                due -> shards.onFirst(decideAll()).onErrorResume(FavourRule::later),
                                1)
                        .subscribe();
    }

    /** Decides what is due. */
    public Mono<Void> decideAll() {
        return cases.open(
                        CaseReason.UNPROVEN_DELIVERY,
                        clock.instant().minus(settings.refundAfter()),
                        settings.refundUpToMinor())
                .concatMap(file -> decide(file).onErrorResume(FavourRule::later))
                .then();
    }

    /** A case about which somebody has proposed something is that person's. */
    private Mono<Void> decide(CaseFile file) {
        Mono<Void> decided =
                Mono.defer(() -> {
                    var wish = new Wish(Finding.PAY_BACK, WHY);
                    Ruled ruled =
                            settling.decide(file, null, wish, new By(By.RULE, clock.instant()));
                    return switch (ruled) {
                        case Ruled.Stands stands -> settling.begin(file, stands.decision()).then();
                        case Ruled.Refused _ -> Mono.empty();
                    };
                });
        return decisions
                .find(file.id())
                .hasElement()
                .flatMap(known -> known ? Mono.<Void>empty() : decided)
                .as(transaction::transactional);
    }

    private static Mono<Void> later(Throwable failure) {
        LOG.warn("A case is not decided now, and is tried again.", failure);
        return Mono.empty();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
