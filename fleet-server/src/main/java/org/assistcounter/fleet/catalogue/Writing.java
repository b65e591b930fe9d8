package org.assistcounter.fleet.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * How anything is written in the registry: in one transaction with its line in the audit, or not at
 * all.
 */
@Component
public class Writing {
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Writing(Audit audit, TransactionalOperator transaction, Clock clock) {
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Nothing is written, for this reason. */
    public static Mono<Outcome> refused(String word) {
        return Mono.just(Outcome.Refused.of(word));
    }

    /** The moment of it. */
    public Instant now() {
        return clock.instant();
    }

    /** What is refused is written by nobody, so it is never half done. */
    public Mono<Outcome> transactional(Mono<Outcome> work) {
        return transaction
                .execute(status ->
                        work.doOnNext(outcome -> {
                            if (outcome instanceof Outcome.Refused) {
                                status.setRollbackOnly();
                            }
                        }))
                .single();
    }

    /** The line in the audit, and that it is done. */
    public Mono<Outcome> done(Operator by, String action, String subject, String detail) {
        return audit.record(by, action, subject, detail).thenReturn(new Outcome.Done());
    }

    /** For what nobody asked for. */
    public <T> Mono<T> inTransaction(Mono<T> work) {
        return transaction.transactional(work);
    }

    /**
     * Does something and takes it back unless what came of it is to stay. Steps in it that are
     * refused do not end it.
     */
    <T> Mono<T> triedOut(Mono<T> work, Predicate<T> isKept) {
        return transaction
                .execute(status ->
                        work.doOnNext(done -> {
                            if (!isKept.test(done)) {
                                status.setRollbackOnly();
                            }
                        }))
                .single();
    }
}
