package org.assistcounter.fleet.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.stock.Slots;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be booked, of a counter in a zone.
 *
 * @param misplaced what is wrong with its place in the journal; null when nothing is
 */
record Posted(Counter counter, ZoneId zone, JournalRecord record, @Nullable String misplaced) {

    /** In the order in which they are booked; nothing of a counter that stands nowhere. */
    static List<Posted> of(List<Bookings.Accepted> accepted, Map<String, ZoneId> zones) {
        List<Posted> all = new ArrayList<>();
        for (Bookings.Accepted each : accepted) {
            ZoneId zone = zones.get(each.counter().place().site());
            if (zone != null) {
                Map<Long, String> misplaced = each.append().misplaced();
                for (JournalRecord record : each.append().records()) {
                    String place = misplaced.get(record.header().seq());
                    all.add(new Posted(each.counter(), zone, record, place));
                }
            }
        }
        return all;
    }

    /** The sales that any of them is of. */
    static Set<String> sales(List<Posted> all) {
        Set<String> sales = new HashSet<>();
        for (Posted each : all) {
            if (each.readable() instanceof Fact.OfSale ofSale) {
                sales.add(ofSale.sale().text());
            }
        }
        return sales;
    }

    /** The slots that any of them speaks of. */
    static Set<Slots.Key> slots(List<Posted> all) {
        Set<Slots.Key> slots = new HashSet<>();
        for (Posted each : all) {
            Fact fact = each.readable();
            if (fact != null) {
                Slots.of(each.counter().id().hex(), fact).ifPresent(slots::add);
            }
        }
        return slots;
    }

    private @Nullable Fact readable() {
        try {
            return record.fact();
        } catch (MalformedCborException parkedLater) {
            return null;
        }
    }

    /** Why it is booked. */
    Occurrence occurrence() {
        Instant at = Instant.ofEpochMilli(record.header().clock().wallMillis());
        String id = counter.id().hex();
        return new Occurrence(
                counter.place().tenant(),
                id,
                Occurrence.Source.JOURNAL,
                id + "/" + record.header().seq(),
                LocalDate.ofInstant(at, zone),
                at);
    }

    /** It is kept and not booked. */
    RefusedStore.Parked parked(String reason) {
        return new RefusedStore.Parked(
                counter.place().tenant(),
                counter.id().hex(),
                record.header().seq(),
                Refusals.words(reason));
    }
}
