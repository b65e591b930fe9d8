package org.assistcounter.fleet.doubts;

import java.time.Clock;
import java.util.Locale;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.doubts.Doubt.Ending;
import org.assistcounter.fleet.doubts.store.DoubtStore;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.protocol.identity.CounterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is doubted, and what people do about it; each deed and its line in the audit are one. */
@Service
public class Doubts {
    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);
    private static final int SHOWN_MAX = 200;
    private static final int WHY_MIN = 4;
    private static final int WHY_MAX = 500;

    private final DoubtStore store;
    private final Counters counters;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Doubts(
            DoubtStore store,
            Counters counters,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.counters = counters;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a wish. */
    public enum Outcome {
        DONE,
        NO_SUCH_DOUBT,
        ENDED_BEFORE,
        WHY_MISSING;

        /** The word by which pages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Something was met that makes a counter doubtful. */
    public Mono<Void> met(Counter counter, DoubtKind kind, String reason) {
        var whose = new DoubtStore.Whose(counter.place().tenant(), counter.id().hex());
        return store.met(whose, kind, reason, clock.instant())
                .doOnNext(isNew -> {
                    if (isNew) {
                        LOG.atWarn()
                                .addKeyValue("counter", counter.id())
                                .log("A counter is doubted: {}, {}", kind.word(), reason);
                    }
                })
                .then();
    }

    /** The open ones, oldest first. */
    public Flux<Doubt> open(String tenant) {
        return store.open(tenant, SHOWN_MAX);
    }

    /** The newest that have ended. */
    public Flux<Doubt> ended(String tenant) {
        return store.ended(tenant, SHOWN_MAX);
    }

    /** One of them; empty when the tenant has none of this number. */
    public Mono<Doubt> find(String tenant, long id) {
        return store.find(tenant, id);
    }

    /** Somebody knows why; should it be met again, it is another doubt. */
    public Mono<Outcome> explain(Operator operator, long id, String why) {
        return end(operator, id, Ending.EXPLAINED, why, _ -> Mono.empty());
    }

    /** The card is not to be trusted: it may not connect any more, and its label is free. */
    public Mono<Outcome> retire(Operator operator, long id, String why) {
        return end(operator, id, Ending.RETIRED, why, counters::suspend);
    }

    /** What else is done when a doubt ends. */
    private interface Deed {
        Mono<Void> of(CounterId counter);
    }

    private Mono<Outcome> end(Operator operator, long id, Ending how, String typed, Deed deed) {
        String why = typed.strip();
        if (why.length() < WHY_MIN || why.length() > WHY_MAX) {
            return Mono.just(Outcome.WHY_MISSING);
        }
        var end = new Doubt.End(clock.instant(), how, operator.login(), why);
        return store.find(operator.tenant(), id)
                .flatMap(doubt ->
                        store.end(id, end)
                                .flatMap(isFirst ->
                                        isFirst
                                                ? deed.of(new CounterId(doubt.counter()))
                                                        .then(noted(operator, doubt, end))
                                                : Mono.just(Outcome.ENDED_BEFORE)))
                .defaultIfEmpty(Outcome.NO_SUCH_DOUBT)
                .as(transaction::transactional);
    }

    private Mono<Outcome> noted(Operator operator, Doubt doubt, Doubt.End end) {
        String subject = doubt.kind().word() + " " + doubt.counter();
        return audit.record(
                        operator, "doubt-" + end.how().word(), subject, String.valueOf(end.why()))
                .thenReturn(Outcome.DONE);
    }
}
