package org.assistcounter.fleet.complaints;

import org.assistcounter.fleet.complaints.store.ClaimStore;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.fleet.wallets.StuckRefunds.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Pays out refunds that no wallet makes, and forgets then how the shopper was to be reached. */
@Service
public class RefundPayouts {
    private final StuckRefunds refunds;
    private final ClaimStore claims;
    private final TransactionalOperator transaction;

    RefundPayouts(StuckRefunds refunds, ClaimStore claims, TransactionalOperator transaction) {
        this.refunds = refunds;
        this.claims = claims;
        this.transaction = transaction;
    }

    /** Somebody sent the money from the operator's own account. */
    public Mono<Outcome> sent(Operator operator, String refund, String reference) {
        return refunds.sent(operator, refund, reference)
                .flatMap(outcome ->
                        outcome == Outcome.DONE
                                ? refunds.find(operator.tenant(), refund)
                                        .flatMap(done -> claims.forgetContact(done.owed().sale()))
                                        .thenReturn(outcome)
                                : Mono.just(outcome))
                .as(transaction::transactional);
    }
}
