package org.assistcounter.fleet.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.ledger.store.CaseStore;
import org.assistcounter.fleet.ledger.store.LedgerStore;
import org.assistcounter.fleet.ledger.store.SaleStore;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books facts in its caller's transaction, and tells what is booked. */
@Service
public class Ledger {
    private final LedgerStore entries;
    private final SaleStore sales;
    private final CaseStore cases;
    private final Clock clock;

    Ledger(LedgerStore entries, SaleStore sales, CaseStore cases, Clock clock) {
        this.entries = entries;
        this.sales = sales;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Books one fact of a journal. What is impossible is not booked, and nothing is changed.
     *
     * @param slotUnits how many of the product a count finds booked in its slot
     */
    public Mono<Booking> book(Occurrence occurrence, Fact fact, long slotUnits) {
        Mono<Booking> decided =
                fact instanceof Fact.OfSale ofSale
                        ? refusal(occurrence, ofSale)
                                .switchIfEmpty(decide(occurrence, ofSale, slotUnits))
                        : Mono.fromSupplier(() -> Bookkeeping.book(null, fact, slotUnits));
        return decided.flatMap(booking -> keep(occurrence, fact, booking).thenReturn(booking));
    }

    private Mono<Booking> decide(Occurrence occurrence, Fact.OfSale fact, long slotUnits) {
        return sales.find(occurrence.counter(), fact.sale().text())
                .map(account -> Bookkeeping.book(account, fact, slotUnits))
                .switchIfEmpty(Mono.fromSupplier(() -> Bookkeeping.book(null, fact, slotUnits)));
    }

    /** What only the tables can tell: a sale's id is drawn once. */
    private Mono<Booking> refusal(Occurrence occurrence, Fact.OfSale fact) {
        return fact instanceof Fact.SaleOpened
                ? sales.isOfAnother(occurrence.counter(), fact.sale().text())
                        .filter(known -> known)
                        .map(known -> impossible("another counter has a sale of this id"))
                : Mono.empty();
    }

    private static Booking impossible(String reason) {
        return new Booking.Impossible(reason);
    }

    private Mono<Void> keep(Occurrence occurrence, Fact fact, Booking booking) {
        return switch (booking) {
            case Booking.Impossible _ -> Mono.empty();
            case Booking.Booked booked ->
                    fact instanceof Fact.PaymentResolved payment
                                    && payment.outcome() == PaymentOutcome.APPROVED
                            ? keepBooked(occurrence, booked)
                                    .then(sales.addPayment(occurrence, payment))
                            : keepBooked(occurrence, booked);
        };
    }

    private Mono<Void> keepBooked(Occurrence occurrence, Booking.Booked booked) {
        SaleAccount sale = booked.sale();
        Mono<Void> kept = sale == null ? Mono.empty() : sales.put(occurrence, sale);
        if (!booked.postings().isEmpty()) {
            String id = sale == null ? null : sale.sale();
            kept = kept.then(entries.add(occurrence, id, booked.postings(), clock.instant()));
        }
        Fact.CaseOpened opened = booked.opened();
        return opened == null ? kept : kept.then(cases.open(occurrence, opened, clock.instant()));
    }

    /** Books that a wallet has sent money back that was due. */
    public Mono<Void> bookRefundPaid(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return entries.add(
                occurrence,
                sale,
                Bookkeeping.moved(
                        Account.REFUNDS_DUE, Account.WALLET_CLEARING, currency, amountMinor),
                clock.instant());
    }

    /** Books that money was sent that was due, and not by the wallet that had been paid. */
    public Mono<Void> bookRefundSent(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return entries.add(
                occurrence,
                sale,
                Bookkeeping.moved(Account.REFUNDS_DUE, Account.BANK, currency, amountMinor),
                clock.instant());
    }

    /** Books money that reached a wallet after its sale had ended: it is owed back at once. */
    public Mono<Void> bookLatePayment(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return entries.add(
                occurrence,
                sale,
                Bookkeeping.moved(
                        Account.WALLET_CLEARING, Account.REFUNDS_DUE, currency, amountMinor),
                clock.instant());
    }

    /**
     * Books a payment of which no journal has told: it is owed until one does.
     *
     * @param amountMinor below nothing when the journal has told
     */
    public Mono<Void> bookSilentGrant(
            Occurrence occurrence, String sale, String currency, long amountMinor) {
        return entries.add(
                occurrence,
                sale,
                Bookkeeping.moved(Account.WALLET_CLEARING, Account.SILENT, currency, amountMinor),
                clock.instant());
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

    /** How many sales that began on a day were delivered. */
    public Mono<Long> deliveredOn(String tenant, LocalDate day) {
        return sales.deliveredOn(tenant, day);
    }

    public Mono<List<Balance>> balances(String tenant) {
        return entries.balances(tenant).collectList();
    }

    /** The same, summed anew from every posting: for whoever checks the books. */
    public Mono<List<Balance>> postings(String tenant) {
        return entries.postings(tenant).collectList();
    }

    /** What was sold on a day, in minor units. */
    public Mono<Long> soldOn(String tenant, LocalDate day) {
        return entries.soldOn(tenant, day);
    }
}
