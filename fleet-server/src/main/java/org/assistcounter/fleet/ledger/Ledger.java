package org.assistcounter.fleet.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.ledger.store.CaseStore;
import org.assistcounter.fleet.ledger.store.DaySumStore;
import org.assistcounter.fleet.ledger.store.LedgerStore;
import org.assistcounter.fleet.ledger.store.SaleStore;
import org.assistcounter.fleet.ledger.store.SoldStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books facts in its caller's transaction, and tells what is booked. */
@Service
public class Ledger {
    private final LedgerStore entries;
    private final SaleStore sales;
    private final CaseStore cases;
    private final DaySumStore days;
    private final SoldStore sold;
    private final Clock clock;

    Ledger(
            LedgerStore entries,
            SaleStore sales,
            CaseStore cases,
            DaySumStore days,
            SoldStore sold,
            Clock clock) {
        this.entries = entries;
        this.sales = sales;
        this.cases = cases;
        this.days = days;
        this.sold = sold;
        this.clock = clock;
    }

    /** The pages of these sales, in the caller's transaction. */
    public Mono<Books> open(Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(new Books(List.of()))
                : sales.find(ids).collectList().map(Books::new);
    }

    /** Writes what was booked, in the same transaction; each table once. */
    public Mono<Void> keep(Books books) {
        Instant now = clock.instant();
        return sales.put(books.sales())
                .then(sales.addPayments(books.payments()))
                .then(cases.open(books.cases(), now))
                .then(entries.add(books.entries(), now))
                .then(days.add(books.days()))
                .then(sold.add(books.sold()));
    }

    /** Books that a wallet has sent money back that was due. */
    public Mono<Void> bookRefundPaid(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return add(
                occurrence,
                sale,
                Bookkeeping.moved(
                        Account.REFUNDS_DUE, Account.WALLET_CLEARING, currency, amountMinor));
    }

    /** Books that money was sent that was due, and not by the wallet that had been paid. */
    public Mono<Void> bookRefundSent(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return add(
                occurrence,
                sale,
                Bookkeeping.moved(Account.REFUNDS_DUE, Account.BANK, currency, amountMinor));
    }

    /** Books money that reached a wallet after its sale had ended: it is owed back at once. */
    public Mono<Void> bookLatePayment(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return add(
                occurrence,
                sale,
                Bookkeeping.moved(
                        Account.WALLET_CLEARING, Account.REFUNDS_DUE, currency, amountMinor));
    }

    /**
     * Books a payment of which no journal has told: it is owed until one does.
     *
     * @param amountMinor below nothing when the journal has told
     */
    public Mono<Void> bookSilentGrant(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return add(
                occurrence,
                sale,
                Bookkeeping.moved(Account.WALLET_CLEARING, Account.SILENT, currency, amountMinor));
    }

    private Mono<Void> add(Occurrence occurrence, String sale, List<Posting> postings) {
        return entries.add(List.of(new Entry(occurrence, sale, postings)), clock.instant());
    }

    public Flux<BookedSale> latestSales(String tenant, int count) {
        return sales.latest(tenant, count);
    }

    /** The newest sales of one counter, newest first. */
    public Flux<BookedSale> latestSalesOf(String counter, int count) {
        return sales.latestOf(counter, count);
    }

    /** The newest sale with this receipt code, whosever it is. */
    public Mono<BookedSale> ofReceipt(String receiptCode) {
        return sales.ofReceipt(receiptCode);
    }

    /** What was sold on a day. */
    public Mono<Sold> soldOn(String tenant, LocalDate day) {
        return days.on(tenant, day);
    }

    /** What is owed, in minor units: refunds that are promised, and money in question. */
    public Mono<Map<Account, Long>> owed(String tenant) {
        return entries.owed(tenant).collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    public Mono<List<Balance>> balances(String tenant) {
        return entries.balances(tenant).collectList();
    }

    /** The same, summed anew from every posting: for whoever checks the books. */
    public Mono<List<Balance>> postings(String tenant) {
        return entries.postings(tenant).collectList();
    }
}
