package org.assistcounter.fleet.ingest;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.database.SqlStates;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.ledger.Books;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.sites.Sites;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.protocol.journal.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books appended records: what they need is read at once, they are booked in memory in their order,
 * and each table is written once. A record that cannot be read or contradicts what is booked is
 * parked for a person; it stays acknowledged, because one odd record must not stop a counter's
 * sync.
 */
@Component
class Bookings {
    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);

    private final Sites sites;
    private final Pages pages;
    private final Projections projections;
    private final RefusedStore parked;
    private final ReactiveTransactionManager transactions;
    private final Clock clock;

    Bookings(
            Sites sites,
            Pages pages,
            Projections projections,
            RefusedStore parked,
            ReactiveTransactionManager transactions,
            Clock clock) {
        this.sites = sites;
        this.pages = pages;
        this.projections = projections;
        this.parked = parked;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is read before and written after. */
    @Component
    record Pages(Ledger ledger, Stock stock) {}

    /** Records of a counter that were judged to follow. */
    record Accepted(Counter counter, Verdict.Append append) {}

    /** All of them, in the caller's transaction. */
    Mono<Void> book(List<Accepted> accepted) {
        return accepted.isEmpty()
                ? Mono.empty()
                : zones(accepted).flatMap(zones -> bookPosted(Posted.of(accepted, zones)));
    }

    /**
     * Again after the database has refused one of them: each for itself in the caller's
     * transaction, and what is refused is parked.
     */
    Mono<Void> bookOneByOne(List<Accepted> accepted) {
        return zones(accepted)
                .flatMapMany(zones -> Flux.fromIterable(Posted.of(accepted, zones)))
                .concatMap(this::bookAlone)
                .then();
    }

    private Mono<Void> bookAlone(Posted posted) {
        return Mono.defer(() -> bookPosted(List.of(posted)))
                .as(nested()::transactional)
                .onErrorResume(
                        Bookings::isOfTheRecords,
                        failure ->
                                parked.suspend(
                                        List.of(posted.parked("cannot be booked")),
                                        clock.instant()));
    }

    /**
     * Whether a failure is due to what a record says. When it is not, the batch fails as a whole,
     * unacknowledged, and the counter sends it again.
     */
    static boolean isOfTheRecords(Throwable failure) {
        return SqlStates.isOfTheValues(failure)
                || failure instanceof IllegalArgumentException
                || failure instanceof DateTimeException;
    }

    private TransactionalOperator nested() {
        var definition = new DefaultTransactionDefinition();
        definition.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return TransactionalOperator.create(transactions, definition);
    }

    private Mono<Map<String, ZoneId>> zones(List<Accepted> accepted) {
        List<String> ids =
                accepted.stream().map(each -> each.counter().place().site()).distinct().toList();
        return sites.find(ids)
                .map(found ->
                        found.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                each -> each.getValue().zone())));
    }

    private Mono<Void> bookPosted(List<Posted> posted) {
        return Mono.zip(
                        pages.ledger().open(Posted.sales(posted)),
                        pages.stock().open(Posted.slots(posted)),
                        GroupBooks::new)
                .flatMap(books -> {
                    posted.forEach(books::book);
                    return keep(books);
                });
    }

    private Mono<Void> keep(GroupBooks books) {
        return pages.ledger()
                .keep(books.ledger())
                .then(Mono.defer(() -> pages.stock().keep(books.slots())))
                .then(Mono.defer(() -> projections.follow(books.booked())))
                .then(Mono.defer(() -> parked.suspend(books.parked(), clock.instant())))
                .doOnSuccess(done -> say(books));
    }

    /** What somebody will look into. Said again when the transaction has to be done again. */
    private static void say(GroupBooks books) {
        for (RefusedStore.Parked each : books.parked()) {
            LOG.atWarn()
                    .addKeyValue("counter", each.counter())
                    .addKeyValue("seq", each.seq())
                    .log("A record is parked: {}", each.reason());
        }
        for (Books.Opened each : books.ledger().cases()) {
            LOG.atInfo()
                    .addKeyValue("counter", each.occurrence().counter())
                    .addKeyValue("sale", each.fact().sale().text())
                    .log("A case is opened: {}", each.fact().reason());
        }
    }
}
