package org.assistcounter.fleet.ingest;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.BiFunction;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.database.SqlStates;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.ledger.Booking;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.sites.Sites;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books appended records one after another. A record that cannot be read or contradicts what is
 * booked is parked for a person; it stays acknowledged, because one odd record must not stop a
 * counter's sync.
 */
@Component
class Bookings {
    private final Sites sites;
    private final Ledger ledger;
    private final Projections projections;
    private final RefusedStore parked;
    private final ReactiveTransactionManager transactions;
    private final Clock clock;

    Bookings(
            Sites sites,
            Ledger ledger,
            Projections projections,
            RefusedStore parked,
            ReactiveTransactionManager transactions,
            Clock clock) {
        this.sites = sites;
        this.ledger = ledger;
        this.projections = projections;
        this.parked = parked;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All of them, in the caller's transaction. */
    Mono<Void> book(Counter counter, Verdict.Append appended) {
        return each(counter, appended, (zone, record) -> book(counter, zone, record));
    }

    /**
     * Again after the database has refused one of them: each for itself in the caller's
     * transaction, and what is refused is parked.
     */
    Mono<Void> bookOneByOne(Counter counter, Verdict.Append appended) {
        TransactionalOperator alone = nested();
        return each(
                counter,
                appended,
                (zone, record) ->
                        book(counter, zone, record)
                                .as(alone::transactional)
                                .onErrorResume(
                                        Bookings::isOfTheRecords,
                                        failure -> park(counter, record, "cannot be booked")));
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

    private Mono<Void> each(
            Counter counter,
            Verdict.Append appended,
            BiFunction<ZoneId, JournalRecord, Mono<Void>> booked) {
        Map<Long, String> misplaced = appended.misplaced();
        return sites.find(counter.place().site())
                .flatMapMany(site ->
                        Flux.fromIterable(appended.records())
                                .concatMap(record -> {
                                    String place = misplaced.get(record.header().seq());
                                    return place == null
                                            ? booked.apply(site.zone(), record)
                                            : park(counter, record, place);
                                }))
                .then();
    }

    private Mono<Void> book(Counter counter, ZoneId zone, JournalRecord record) {
        Fact fact;
        try {
            fact = record.fact();
        } catch (MalformedCborException e) {
            return park(counter, record, String.valueOf(e.getMessage()));
        }
        Instant at = Instant.ofEpochMilli(record.header().clock().wallMillis());
        String id = counter.id().hex();
        Occurrence occurrence =
                new Occurrence(
                        counter.place().tenant(),
                        id,
                        Occurrence.Source.JOURNAL,
                        id + "/" + record.header().seq(),
                        LocalDate.ofInstant(at, zone),
                        at);
        return projections
                .units(id, fact)
                .flatMap(units -> ledger.book(occurrence, fact, units))
                .flatMap(booking ->
                        switch (booking) {
                            case Booking.Impossible impossible ->
                                    park(counter, record, impossible.reason());
                            case Booking.Booked _ -> projections.follow(occurrence, fact);
                        });
    }

    private Mono<Void> park(Counter counter, JournalRecord record, String reason) {
        var kept =
                new RefusedStore.Parked(
                        counter.place().tenant(),
                        counter.id().hex(),
                        record.header().seq(),
                        Refusals.words(reason));
        return parked.suspend(kept, clock.instant());
    }
}
