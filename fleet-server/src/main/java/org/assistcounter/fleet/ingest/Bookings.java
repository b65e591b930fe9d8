package org.assistcounter.fleet.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.ledger.Booking;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.sites.Sites;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.springframework.stereotype.Component;
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
    private final Stock stock;
    private final Attempts attempts;
    private final RefusedStore parked;
    private final Clock clock;

    Bookings(
            Sites sites,
            Ledger ledger,
            Stock stock,
            Attempts attempts,
            RefusedStore parked,
            Clock clock) {
        this.sites = sites;
        this.ledger = ledger;
        this.stock = stock;
        this.attempts = attempts;
        this.parked = parked;
        this.clock = clock;
    }

    Mono<Void> book(Counter counter, List<JournalRecord> records) {
        return sites.find(counter.place().site())
                .flatMapMany(site ->
                        Flux.fromIterable(records)
                                .concatMap(record -> book(counter, site.zone(), record)))
                .then();
    }

    private Mono<Void> book(Counter counter, ZoneId zone, JournalRecord record) {
        long seq = record.header().seq();
        try {
            Fact fact = record.fact();
            Instant at = Instant.ofEpochMilli(record.header().clock().wallMillis());
            Occurrence occurrence =
                    new Occurrence(
                            counter.place().tenant(),
                            counter.id().hex(),
                            Occurrence.Source.JOURNAL,
                            counter.id().hex() + "/" + seq,
                            LocalDate.ofInstant(at, zone),
                            at);
            return units(counter, fact)
                    .flatMap(units -> ledger.book(occurrence, fact, units))
                    .flatMap(booking -> follow(occurrence, seq, fact, booking));
        } catch (MalformedCborException e) {
            return park(counter.id().hex(), seq, String.valueOf(e.getMessage()));
        }
    }

    private Mono<Long> units(Counter counter, Fact fact) {
        return fact instanceof Fact.StockCounted counted
                ? stock.units(counter.id().hex(), counted.slot(), counted.product())
                : Mono.just(0L);
    }

    private Mono<Void> follow(Occurrence occurrence, long seq, Fact fact, Booking booking) {
        return switch (booking) {
            case Booking.Impossible impossible ->
                    park(occurrence.counter(), seq, impossible.reason());
            case Booking.Booked _ ->
                    stock.follow(
                                    new Stock.Origin(
                                            occurrence.tenant(),
                                            occurrence.counter(),
                                            occurrence.at()),
                                    fact)
                            .then(attempts.follow(fact));
        };
    }

    private Mono<Void> park(String counter, long seq, String reason) {
        return parked.suspend(counter, seq, clock.instant(), reason);
    }
}
