package org.assistcounter.fleet.complaints;

import java.time.Clock;
import org.assistcounter.fleet.complaints.Decision.State;
import org.assistcounter.fleet.complaints.store.ClaimStore;
import org.assistcounter.fleet.complaints.store.DecisionStore;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.ReceiptCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What shoppers ask for whose money is in question: whoever has the receipt code may. */
@Service
public class Claims {
    private final Ledger ledger;
    private final Cases cases;
    private final DecisionStore decisions;
    private final ClaimStore claims;
    private final Clock clock;

    Claims(Ledger ledger, Cases cases, DecisionStore decisions, ClaimStore claims, Clock clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.decisions = decisions;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * What is in question of a sale.
     *
     * @param openMinor nobody has decided
     * @param owedMinor decided for the shopper and not sent yet
     * @param paidMinor sent by somebody
     * @param hasAsked whether the shopper told how to be reached
     */
    public record Question(
            String sale, long openMinor, long owedMinor, long paidMinor, boolean hasAsked) {

        /** Whether there is anything to ask for. */
        public boolean isAskable() {
            return openMinor + owedMinor > 0;
        }
    }

    /** What is in question of the sale with this receipt code; empty when there is no such sale. */
    public Mono<Question> find(String typed) {
        return Mono.justOrEmpty(ReceiptCode.of(typed))
                .flatMap(code -> ledger.ofReceipt(code.text()))
                .flatMap(sale -> question(sale.account().sale()));
    }

    private Mono<Question> question(String sale) {
        Flux<Question> parts =
                cases.ofSale(sale)
                        .concatMap(file ->
                                decisions
                                        .find(file.id())
                                        .map(decision -> part(file, decision))
                                        .defaultIfEmpty(part(file)));
        return Mono.zip(
                parts.collectList(),
                claims.find(sale).hasElement(),
                (all, hasAsked) ->
                        new Question(
                                sale,
                                all.stream().mapToLong(Question::openMinor).sum(),
                                all.stream().mapToLong(Question::owedMinor).sum(),
                                all.stream().mapToLong(Question::paidMinor).sum(),
                                hasAsked));
    }

    private static Question part(CaseFile file) {
        return new Question(file.line().sale(), file.claim().amountMinor(), 0, 0, false);
    }

    private static Question part(CaseFile file, Decision decision) {
        long amount = file.claim().amountMinor();
        boolean isBack = decision.finding() == Finding.PAY_BACK;
        return new Question(
                file.line().sale(),
                decision.state() == State.PROPOSED ? amount : 0,
                decision.state() == State.OWED ? amount : 0,
                isBack && decision.paid() != null ? amount : 0,
                false);
    }

    /** Keeps how the shopper wants to be reached; false when there is nothing to ask for. */
    public Mono<Boolean> ask(String typed, String contact, String said) {
        var claim = new Claim(contact.strip(), said.strip(), clock.instant());
        return find(typed)
                .filter(Question::isAskable)
                .flatMap(question -> claims.put(question.sale(), claim).thenReturn(true))
                .defaultIfEmpty(false);
    }
}
