package org.assistcounter.fleet.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.assistcounter.fleet.ledger.store.CaseStore;
import org.assistcounter.fleet.ledger.store.DaySumStore;
import org.assistcounter.fleet.ledger.store.LedgerStore;
import org.assistcounter.fleet.ledger.store.SoldStore;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.protocol.journal.CaseReason;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Money in question: journals open cases, and what is found out settles each once. */
@Service
public class Cases {

    private final CaseStore store;
    private final LedgerStore entries;
    private final DaySumStore days;
    private final SoldStore sold;
    private final Clock clock;

    Cases(CaseStore store, LedgerStore entries, DaySumStore days, SoldStore sold, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.days = days;
        this.sold = sold;
        this.clock = clock;
    }

    /** A case of a tenant; empty when it has none of this number. */
    public Mono<CaseFile> find(String tenant, long id) {
        return store.find(tenant, id);
    }

    /** The cases of a tenant with these numbers, in any order. */
    public Flux<CaseFile> all(String tenant, List<Long> ids) {
        return ids.isEmpty() ? Flux.empty() : store.all(tenant, ids);
    }

    /** The cases of one sale, open and settled. */
    public Flux<CaseFile> ofSale(String sale) {
        return store.ofSale(sale);
    }

    /** Open cases with a reason, of which we heard before a moment, up to an amount. */
    public Flux<CaseFile> open(CaseReason reason, Instant heardBefore, long amountMaxMinor) {
        return store.open(reason, heardBefore, amountMaxMinor);
    }

    public Flux<OpenCase> open(String tenant) {
        return store.openCases(tenant);
    }

    /** The sales of a tenant with an open case. */
    public Flux<String> openSales(String tenant) {
        return store.openSales(tenant);
    }

    /** What the open cases hold, by way and reason. */
    public Mono<List<CaseSum>> sums(String tenant) {
        return store.caseSums(tenant).collectList();
    }

    /** What journals say was paid for a sale. */
    public Flux<Payment> payments(String sale) {
        return store.payments(sale);
    }

    /**
     * Books what a case turned out to be, in the caller's transaction; false, and nothing booked,
     * when it was settled already.
     */
    public Mono<Boolean> settle(CaseFile file, Finding finding) {
        return store.settle(file.id(), clock.instant())
                .flatMap(first ->
                        first
                                ? add(file, finding.word(), CaseRules.settle(file, finding))
                                        .then(told(file, finding))
                                        .thenReturn(true)
                                : Mono.just(false));
    }

    /** That money is paid back proves nothing of the packet. */
    private Mono<Void> told(CaseFile file, Finding finding) {
        return finding == Finding.DELIVERED
                ? sold.prove(file.line().sale(), file.lineNumber())
                : Mono.empty();
    }

    /** Books that owed money was paid out, in the caller's transaction; a second time fails. */
    public Mono<Void> payOut(CaseFile file, CaseRules.Payout payout) {
        return add(file, "paid-out", CaseRules.payOut(file, payout));
    }

    private Mono<Void> add(CaseFile file, String what, List<Posting> postings) {
        Instant now = clock.instant();
        var occurrence =
                new Occurrence(
                        file.where().tenant(),
                        file.where().counter(),
                        Occurrence.Source.PERSON,
                        "case/" + file.id() + "/" + what,
                        BusinessZone.day(now),
                        now);
        List<Entry> all = List.of(new Entry(occurrence, file.line().sale(), postings));
        return entries.add(all, now).then(days.add(DaySum.of(all, List.of())));
    }
}
