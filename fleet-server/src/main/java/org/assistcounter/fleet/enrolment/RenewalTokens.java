package org.assistcounter.fleet.enrolment;

import java.util.Locale;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives a person the token by which a counter that there is gets new keys, for a reason. */
@Service
public class RenewalTokens {
    private static final int WHY_MIN = 4;
    private static final int WHY_MAX = 500;

    private final Enrolment enrolment;
    private final Audit audit;
    private final TransactionalOperator transaction;

    RenewalTokens(Enrolment enrolment, Audit audit, TransactionalOperator transaction) {
        this.enrolment = enrolment;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What came of a wish. */
    public sealed interface Outcome {}

    /** It is shown once and kept nowhere. */
    public record Issued(String token) implements Outcome {}

    /** Why there is none. */
    public enum Refused implements Outcome {
        NO_SUCH_COUNTER,
        NOT_IN_SERVICE,
        WHY_MISSING;

        /** The word by which pages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** For the counter that carries this label; an older token for it is void. */
    public Mono<Outcome> issue(Operator operator, String label, @Nullable String typed) {
        String why = typed == null ? "" : typed.strip();
        if (why.length() < WHY_MIN || why.length() > WHY_MAX) {
            return Mono.just(Refused.WHY_MISSING);
        }
        return enrolment
                .renewing(operator.tenant(), label, EnrolmentToken.VALIDITY)
                .flatMap(token ->
                        audit.record(operator, "enrolment-token-renewing", label, why)
                                .thenReturn((Outcome) new Issued(token)))
                .as(transaction::transactional)
                .onErrorReturn(EnrolmentRefused.class, Refused.NOT_IN_SERVICE)
                .defaultIfEmpty(Refused.NO_SUCH_COUNTER);
    }
}
