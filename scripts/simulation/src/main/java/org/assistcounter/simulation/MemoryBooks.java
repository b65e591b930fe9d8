package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.ledger.Booking;
import org.assistcounter.fleet.ledger.Bookkeeping;
import org.assistcounter.fleet.ledger.Posting;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.jspecify.annotations.Nullable;

/** Books over memory tables, by the shipped posting rules. */
final class MemoryBooks {
    private final Map<String, SaleAccount> sales = new HashMap<>();
    private final Map<Integer, Slot> slots = new HashMap<>();
    private final List<LedgerLine> lines = new ArrayList<>();
    private long cases;

    private record Slot(String product, long quantity) {}

    /** The books that records come to, booked anew one after another. */
    static MemoryBooks of(List<JournalRecord> records) {
        MemoryBooks books = new MemoryBooks();
        records.forEach(books::book);
        return books;
    }

    Map<String, SaleAccount> sales() {
        return sales;
    }

    long cases() {
        return cases;
    }

    /** Every posting. */
    List<LedgerLine> lines() {
        return lines;
    }

    void book(JournalRecord record) {
        book(record, SimulatedFleet.fact(record));
    }

    /** What anybody sees of it in the ledger; null when nothing moves. */
    WorldFact.@Nullable AtFleet book(JournalRecord record, Fact fact) {
        SaleAccount account =
                fact instanceof Fact.OfSale ofSale ? sales.get(ofSale.sale().text()) : null;
        long seq = record.header().seq();
        return switch (Bookkeeping.book(account, fact, units(fact))) {
            case Booking.Impossible impossible ->
                    new WorldFact.FleetParked(seq, impossible.reason());
            case Booking.Booked booked -> {
                keep(record, booked);
                stock(fact);
                yield seen(seq, booked.postings());
            }
        };
    }

    private static WorldFact.@Nullable AtFleet seen(long seq, List<Posting> postings) {
        if (postings.isEmpty()) {
            return null;
        }
        List<WorldFact.Posting> lines = new ArrayList<>();
        for (Posting posting : postings) {
            lines.add(
                    new WorldFact.Posting(
                            posting.account().word(), posting.unit(), posting.amount()));
        }
        return new WorldFact.FleetBooked(seq, lines);
    }

    /** How many pieces are booked where a count finds others. */
    private long units(Fact fact) {
        if (!(fact instanceof Fact.StockCounted counted)) {
            return 0;
        }
        Slot slot = slots.get(counted.slot());
        return slot != null && slot.product().equals(counted.product()) ? slot.quantity() : 0;
    }

    private void stock(Fact fact) {
        switch (fact) {
            case Fact.StockCounted f -> slots.put(f.slot(), new Slot(f.product(), f.quantity()));
            case Fact.DispenseResolved f when f.verdict() != DispenseVerdict.NOT_DELIVERED ->
                    slots.computeIfPresent(
                            f.goods().slot(),
                            (_, slot) ->
                                    new Slot(slot.product(), Math.max(0, slot.quantity() - 1)));
            case Fact _ -> {}
        }
    }

    private void keep(JournalRecord record, Booking.Booked booked) {
        SaleAccount sale = booked.sale();
        for (Posting posting : booked.postings()) {
            lines.add(LedgerLine.of(record, sale == null ? "" : sale.sale(), posting));
        }
        if (sale != null) {
            sales.put(sale.sale(), sale);
        }
        if (booked.opened() != null) {
            cases++;
        }
    }
}
