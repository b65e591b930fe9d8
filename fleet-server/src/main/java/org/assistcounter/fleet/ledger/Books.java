package org.assistcounter.fleet.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;

/**
 * The pages of the ledger that a group of records needs: filled from the tables, booked in by the
 * posting rules, and written back at once by {@link Ledger#keep}. Pure.
 */
public final class Books {
    private final Map<String, KeptSale> sales = new HashMap<>();
    private final Map<String, KeptSale> changed = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Approved> payments = new LinkedHashMap<>();
    private final List<Opened> cases = new ArrayList<>();
    private final List<Occurrence> delivered = new ArrayList<>();

    /** With the sales that are known, whosever they are. */
    public Books(Collection<KeptSale> known) {
        known.forEach(sale -> sales.put(sale.account().sale(), sale));
    }

    /**
     * A payment that a journal says was approved.
     *
     * @param isOfNewSale whether the tables can have none of its sale
     */
    public record Approved(Occurrence occurrence, Fact.PaymentResolved fact, boolean isOfNewSale) {}

    /** A case that a journal opens. */
    public record Opened(Occurrence occurrence, Fact.CaseOpened fact) {}

    /**
     * Books one fact of a journal. What is impossible is not booked, and nothing is changed.
     *
     * @param slotUnits how many of the product a count finds booked in its slot
     */
    public Booking book(Occurrence occurrence, Fact fact, long slotUnits) {
        if (fact instanceof Fact.OfSale ofSale) {
            return book(occurrence, ofSale, slotUnits);
        }
        Booking booking = Bookkeeping.book(null, fact, slotUnits);
        if (booking instanceof Booking.Booked booked && !booked.postings().isEmpty()) {
            entries.add(new Entry(occurrence, null, booked.postings()));
        }
        return booking;
    }

    private Booking book(Occurrence occurrence, Fact.OfSale fact, long slotUnits) {
        KeptSale known = sales.get(fact.sale().text());
        boolean isForeign =
                known != null && !known.opening().counter().equals(occurrence.counter());
        if (isForeign && fact instanceof Fact.SaleOpened) {
            return new Booking.Impossible("another counter has a sale of this id");
        }
        KeptSale own = isForeign ? null : known;
        Booking booking = Bookkeeping.book(own == null ? null : own.account(), fact, slotUnits);
        if (booking instanceof Booking.Booked booked) {
            keep(occurrence, fact, booked);
        }
        return booking;
    }

    private void keep(Occurrence occurrence, Fact.OfSale fact, Booking.Booked booked) {
        SaleAccount account = booked.sale();
        if (account == null) {
            throw new IllegalStateException("A fact of a sale was booked without it.");
        }
        String id = account.sale();
        KeptSale known = sales.get(id);
        KeptSale kept =
                known == null
                        ? KeptSale.opened(occurrence, account)
                        : known.changed(account, occurrence.at());
        sales.put(id, kept);
        changed.put(id, kept);
        if (!booked.postings().isEmpty()) {
            entries.add(new Entry(occurrence, id, booked.postings()));
        }
        if (fact instanceof Fact.SaleClosed closed && closed.outcome() == SaleOutcome.DELIVERED) {
            delivered.add(occurrence);
        }
        Fact.CaseOpened opened = booked.opened();
        if (opened != null) {
            cases.add(new Opened(occurrence, opened));
        }
        if (fact instanceof Fact.PaymentResolved payment
                && payment.outcome() == PaymentOutcome.APPROVED) {
            payments.putIfAbsent(
                    payment.sale().attempt(payment.attempt()),
                    new Approved(occurrence, payment, kept.before() == null));
        }
    }

    /** The sales that are not as the tables have them. */
    public Collection<KeptSale> sales() {
        return changed.values();
    }

    /** What was posted, in its order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Which packets went out. */
    public List<SoldUnit> sold() {
        return changed.values().stream()
                .flatMap(sale ->
                        SoldUnit.of(sale, line -> mayHaveFallen(sale.account().sale(), line)))
                .toList();
    }

    /** A line is held by a case of the same group of records. */
    private boolean mayHaveFallen(String sale, int line) {
        return cases.stream()
                .map(Opened::fact)
                .anyMatch(fact ->
                        fact.reason() == CaseReason.UNPROVEN_DELIVERY
                                && fact.line() == line
                                && fact.sale().text().equals(sale));
    }

    /** What each counter's days have more. */
    public List<DaySum> days() {
        return DaySum.of(entries, delivered);
    }

    /** What was paid, each attempt once. */
    public Collection<Approved> payments() {
        return payments.values();
    }

    /** What is in question now. */
    public List<Opened> cases() {
        return List.copyOf(cases);
    }
}
