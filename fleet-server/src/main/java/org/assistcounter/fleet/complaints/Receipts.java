package org.assistcounter.fleet.complaints;

import java.time.Clock;
import java.util.Map;
import org.assistcounter.fleet.complaints.store.ClaimStore;
import org.assistcounter.fleet.complaints.store.DecisionStore;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.ReceiptCode;
import org.assistcounter.fleet.wallets.Attempts;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Answers who has a receipt code: forty bits, and so little that it says of a stranger's sale. Who
 * has one whose money is in question may say how to be reached.
 */
@Service
public class Receipts {
    private final Ledger ledger;
    private final Attempts attempts;
    private final Cases cases;
    private final DecisionStore decisions;
    private final ClaimStore claims;
    private final Clock clock;

    Receipts(
            Ledger ledger,
            Attempts attempts,
            Cases cases,
            DecisionStore decisions,
            ClaimStore claims,
            Clock clock) {
        this.ledger = ledger;
        this.attempts = attempts;
        this.cases = cases;
        this.decisions = decisions;
        this.claims = claims;
        this.clock = clock;
    }

    /** As somebody types it: small letters, spaces and a missing hyphen do not matter. */
    public Mono<Receipt> find(String typed) {
        return sale(typed).flatMap(this::receipt).defaultIfEmpty(Receipt.of(Receipt.State.UNKNOWN));
    }

    /** Whether somebody has said how to be reached. */
    public Mono<Boolean> hasClaim(String typed) {
        return sale(typed).flatMapMany(sale -> claims.of(sale.account().sale())).hasElements();
    }

    /** Keeps how the shopper wants to be reached; false when there is nothing to ask for. */
    public Mono<Boolean> ask(String typed, String contact, String said) {
        var claim = new Claim(contact.strip(), said.strip(), clock.instant());
        return sale(typed)
                .filterWhen(sale -> receipt(sale).map(receipt -> receipt.askableMinor() > 0))
                .flatMap(sale -> claims.add(sale.account().sale(), claim).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<BookedSale> sale(String typed) {
        return Mono.justOrEmpty(ReceiptCode.of(typed))
                .flatMap(code -> ledger.ofReceipt(code.text()));
    }

    private Mono<Receipt> receipt(BookedSale sale) {
        String id = sale.account().sale();
        return Mono.zip(
                attempts.refundsOf(id).collectList(),
                held(id),
                (refunds, decided) -> Receipt.of(sale.account(), refunds, decided));
    }

    private Mono<Map<Integer, Receipt.Held>> held(String sale) {
        return cases.ofSale(sale)
                .concatMap(file ->
                        decisions
                                .find(file.id())
                                .singleOptional()
                                .map(decision ->
                                        Map.entry(
                                                file.lineNumber(),
                                                new Receipt.Held(
                                                        file.claim().amountMinor(),
                                                        decision.orElse(null)))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Forgets how to reach shoppers of whose sales nothing is in question any more. */
    public Mono<Void> forgetSettled() {
        return claims.receipts()
                .concatMap(code ->
                        sale(code)
                                .filterWhen(
                                        sale -> receipt(sale).map(now -> now.askableMinor() == 0))
                                .flatMap(sale -> claims.forget(sale.account().sale())))
                .then();
    }
}
