package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.fleet.ledger.Booking;
import org.assistcounter.fleet.ledger.Bookkeeping;
import org.assistcounter.fleet.ledger.Posting;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;

/** Books over memory tables, by the shipped posting rules. */
final class MemoryBooks {
    private final Map<String, SaleAccount> sales = new HashMap<>();
    private final Map<Account, Long> balances = new HashMap<>();
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

    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
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
        Fact fact = SimulatedFleet.fact(record);
        SaleAccount account =
                fact instanceof Fact.OfSale ofSale ? sales.get(ofSale.sale().text()) : null;
        switch (Bookkeeping.book(account, fact, units(fact))) {
            case Booking.Impossible impossible ->
                    throw new Violation("an honest journal books badly: " + impossible.reason());
            case Booking.Booked booked -> keep(record, booked);
        }
        stock(fact);
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
        long sum = 0;
        for (Posting posting : booked.postings()) {
            if (posting.account().book() == Account.Book.MONEY) {
                sum += posting.amount();
            }
            balances.merge(posting.account(), posting.amount(), Long::sum);
            lines.add(LedgerLine.of(record, sale == null ? "" : sale.sale(), posting));
        }
        Violation.unless(sum == 0, "an entry does not balance");
        if (sale != null) {
            sales.put(sale.sale(), sale);
        }
        if (booked.opened() != null) {
            cases++;
        }
    }
}
