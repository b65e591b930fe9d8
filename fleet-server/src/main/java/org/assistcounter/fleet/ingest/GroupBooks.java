package org.assistcounter.fleet.ingest;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.ingest.Projections.BookedFact;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.ledger.Booking;
import org.assistcounter.fleet.ledger.Books;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.stock.Slots;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.Fact;

/** What the records of a group bring about, one after another, in memory. Pure. */
final class GroupBooks {
    private final Books ledger;
    private final Slots slots;
    private final List<BookedFact> booked = new ArrayList<>();
    private final List<RefusedStore.Parked> parked = new ArrayList<>();

    GroupBooks(Books ledger, Slots slots) {
        this.ledger = ledger;
        this.slots = slots;
    }

    /** Books the next record, or parks it. */
    void book(Posted posted) {
        String misplaced = posted.misplaced();
        if (misplaced != null) {
            parked.add(posted.parked(misplaced));
            return;
        }
        try {
            book(posted, posted.record().fact());
        } catch (MalformedCborException e) {
            parked.add(posted.parked(String.valueOf(e.getMessage())));
        }
    }

    private void book(Posted posted, Fact fact) {
        Occurrence occurrence = posted.occurrence();
        long units = slots.units(occurrence.counter(), fact);
        switch (ledger.book(occurrence, fact, units)) {
            case Booking.Impossible impossible -> parked.add(posted.parked(impossible.reason()));
            case Booking.Booked _ -> {
                String counter = occurrence.counter();
                slots.follow(new Stock.Origin(occurrence.tenant(), counter, occurrence.at()), fact);
                booked.add(new BookedFact(occurrence, fact));
            }
        }
    }

    Books ledger() {
        return ledger;
    }

    Slots slots() {
        return slots;
    }

    List<BookedFact> booked() {
        return booked;
    }

    List<RefusedStore.Parked> parked() {
        return parked;
    }
}
