package org.assistcounter.fleet.counters;

import java.time.Clock;
import java.util.Locale;
import org.assistcounter.fleet.counters.store.RetirementStore;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes counters out of service and, when that was a mistake, back; each deed and its line in the
 * audit are one. Its records, its money in question and its page stay.
 */
@Service
public class Retirements {
    private static final int WHY_MIN = 4;
    private static final int WHY_MAX = 500;

    private final Counters counters;
    private final RetirementStore store;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Retirements(
            Counters counters,
            RetirementStore store,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.counters = counters;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a wish. */
    public enum Outcome {
        DONE,
        NO_SUCH_COUNTER,
        OUT_ALREADY,
        IN_SERVICE_ALREADY,
        LABEL_CARRIED,
        WHY_MISSING;

        /** The word by which pages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** It stands nowhere any more: it may not connect, and its label is free. */
    public Mono<Outcome> retire(Operator operator, String label, String typed) {
        String why = typed.strip();
        if (why.length() < WHY_MIN || why.length() > WHY_MAX) {
            return Mono.just(Outcome.WHY_MISSING);
        }
        return counters.findByLabel(operator.tenant(), label)
                .flatMap(counter ->
                        retire(operator, counter, why)
                                .as(transaction::transactional)
                                .doOnSuccess(done -> counters.dismiss(counter.id())))
                .defaultIfEmpty(Outcome.NO_SUCH_COUNTER);
    }

    private Mono<Outcome> retire(Operator operator, Counter counter, String why) {
        var retirement = new Retirement(clock.instant(), operator.login(), why);
        return store.retire(counter.id())
                .flatMap(isFirst ->
                        isFirst
                                ? store.add(operator.tenant(), counter.id(), retirement)
                                        .then(audited(operator, "counter-retired", counter, why))
                                : Mono.just(Outcome.OUT_ALREADY));
    }

    /** It was a mistake. Nobody else may carry its label by now. */
    public Mono<Outcome> reinstate(Operator operator, String label) {
        return counters.findByLabel(operator.tenant(), label)
                .flatMap(counter ->
                        reinstate(operator, counter)
                                .as(transaction::transactional)
                                .doOnSuccess(done -> counters.forget(counter.id())))
                .onErrorReturn(DuplicateKeyException.class, Outcome.LABEL_CARRIED)
                .defaultIfEmpty(Outcome.NO_SUCH_COUNTER);
    }

    private Mono<Outcome> reinstate(Operator operator, Counter counter) {
        return store.reinstate(counter.id())
                .flatMap(isFirst ->
                        isFirst
                                ? store.end(counter.id(), operator.login(), clock.instant())
                                        .then(audited(operator, "counter-reinstated", counter, ""))
                                : Mono.just(Outcome.IN_SERVICE_ALREADY));
    }

    private Mono<Outcome> audited(Operator operator, String deed, Counter counter, String why) {
        return audit.record(operator, deed, counter.place().label() + " " + counter.id(), why)
                .thenReturn(Outcome.DONE);
    }

    /** That it is out of service; empty when it is not. */
    public Mono<Retirement> of(Counter counter) {
        return counter.status() == CounterStatus.RETIRED ? store.find(counter.id()) : Mono.empty();
    }
}
