package org.assistcounter.fleet.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.ledger.ClearingSum;
import org.assistcounter.fleet.ledger.LedgerSums;
import org.assistcounter.fleet.reconciliation.store.DifferenceStore;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.wallets.Bills;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.WalletSum;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings both sides of each comparison together, some hundred at a time, and keeps what follows.
 * Both sides are read as of one moment, since counters go on selling meanwhile.
 */
@Component
class Comparer {
    private static final int AT_ONCE = 500;
    private static final int DAYS_APART_MAX = 40;

    private final Bills bills;
    private final LedgerSums ledger;
    private final Evidence evidence;
    private final Refusals refusals;
    private final DifferenceStore store;
    private final TransactionalOperator moment;
    private final Clock clock;

    Comparer(
            Bills bills,
            LedgerSums ledger,
            Evidence evidence,
            Refusals refusals,
            DifferenceStore store,
            ReactiveTransactionManager transactions,
            Clock clock) {
        this.bills = bills;
        this.ledger = ledger;
        this.evidence = evidence;
        this.refusals = refusals;
        this.store = store;
        this.moment = moment(transactions);
        this.clock = clock;
    }

    private static TransactionalOperator moment(ReactiveTransactionManager transactions) {
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return TransactionalOperator.create(transactions, definition);
    }

    /** Compares a day's bill, and all that should be in it. */
    Mono<Void> bill(WalletKind wallet, LocalDate day) {
        Source source = Source.of(wallet);
        return bills.days(wallet, day.minusDays(DAYS_APART_MAX), day.plusDays(DAYS_APART_MAX))
                .collect(Collectors.toSet())
                .flatMapMany(arrived ->
                        Flux.concat(
                                        bills.orders(wallet, day, start(day), start(day, 1)),
                                        openAbouts(source, day))
                                .buffer(AT_ONCE)
                                .concatMap(orders ->
                                        orders(
                                                wallet,
                                                orders,
                                                new BillComparison(
                                                        source, arrived, clock.instant()))))
                .then();
    }

    /** With the newest day goes all that is open of days that are not looked at any more. */
    private Flux<String> openAbouts(Source source, LocalDate day) {
        List<LocalDate> looked = Timetable.days(clock.instant());
        Flux<String> ofTheDay = store.openAbouts(source, day, day);
        return day.equals(looked.getLast())
                ? ofTheDay.concatWith(
                        store.openAbouts(source, LocalDate.EPOCH, looked.getFirst().minusDays(1)))
                : ofTheDay;
    }

    private Mono<Void> orders(WalletKind wallet, List<String> orders, BillComparison comparison) {
        return bills.orders(wallet, orders)
                .flatMapIterable(comparison::of)
                .collectList()
                .flatMap(found -> keep(comparison.source(), orders, found))
                .as(moment::transactional);
    }

    /** Compares what the ledger has for the sales of a day with their wallets. */
    Mono<Void> books(LocalDate day) {
        // Both come in order, so that a day's sales need not be held to be told apart.
        return Flux.mergeComparing(
                        Comparator.<String>naturalOrder(),
                        ledger.walletSales(day),
                        bills.sales(start(day), start(day, 1)))
                .distinctUntilChanged()
                .concatWith(openAbouts(Source.BOOKS, day))
                .buffer(AT_ONCE)
                .concatMap(this::sales)
                .then();
    }

    private Mono<Void> sales(List<String> sales) {
        BooksComparison comparison = new BooksComparison(clock.instant());
        return ledger.clearing(sales)
                .collectMap(ClearingSum::sale)
                .flatMap(booked ->
                        bills.sums(sales)
                                .collectMap(WalletSum::sale)
                                .map(paid -> compared(comparison, sales, booked, paid)))
                .flatMap(found -> keep(Source.BOOKS, sales, found))
                .as(moment::transactional);
    }

    private static List<Found> compared(
            BooksComparison comparison,
            List<String> sales,
            Map<String, ClearingSum> booked,
            Map<String, WalletSum> paid) {
        return sales.stream()
                .flatMap(sale -> comparison.of(booked.get(sale), paid.get(sale)).stream())
                .toList();
    }

    /** Compares every counter's signed totals with what is booked of its journal, as of a day. */
    Mono<Void> counters(LocalDate day) {
        return evidence.heads().concatMap(head -> counter(head, day)).then();
    }

    private Mono<Void> counter(Evidence.Head listed, LocalDate day) {
        String id = listed.head().counter().hex();
        return evidence.head(listed.head().counter())
                .flatMap(head ->
                        ledger.ofJournal(id)
                                .flatMap(booked ->
                                        refusals.parkedOf(id)
                                                .collectList()
                                                .flatMap(seqs ->
                                                        evidence.added(head.counter(), seqs))
                                                .map(parked ->
                                                        new CounterComparison(
                                                                listed.tenant(),
                                                                id,
                                                                head.totals(),
                                                                booked,
                                                                parked))))
                .flatMap(comparison -> keep(Source.COUNTERS, List.of(id), comparison.on(day)))
                .as(moment::transactional);
    }

    private Mono<Void> keep(Source source, Collection<String> abouts, List<Found> found) {
        Instant now = clock.instant();
        Set<String> looked =
                Stream.concat(abouts.stream(), found.stream().map(each -> each.key().about()))
                        .collect(Collectors.toCollection(HashSet::new));
        return store.known(source, looked)
                .collectList()
                .flatMapIterable(known -> Change.of(found, known))
                .concatMap(change ->
                        switch (change) {
                            case Change.Opened opened -> store.open(opened.found(), now);
                            case Change.Moved moved ->
                                    store.move(moved.id(), moved.ours(), moved.theirs());
                            case Change.Ended ended -> store.end(ended.id(), now);
                        })
                .then();
    }

    private static Instant start(LocalDate day) {
        return start(day, 0);
    }

    private static Instant start(LocalDate day, int later) {
        return day.plusDays(later).atStartOfDay(BusinessZone.HOME).toInstant();
    }
}
