package org.assistcounter.fleet.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.assistcounter.protocol.journal.Totals;

/**
 * Compares the running totals that a counter has signed with what the ledger has booked from its
 * journal. Records that are parked are in the totals and not in the ledger, so what they add to the
 * totals explains that much.
 *
 * @param signed in the newest record that is booked or parked
 */
public record CounterComparison(
        String tenant, String counter, Totals signed, Totals booked, Totals parked) {

    /** What does not agree, as seen on a day. */
    public List<Found> on(LocalDate day) {
        return Stream.of(
                        found(day, DifferenceKind.CHARGED_DIFFERS, Totals::chargedMinor),
                        found(day, DifferenceKind.REFUNDED_DIFFERS, Totals::refundedMinor),
                        found(day, DifferenceKind.DISPENSED_DIFFERS, Totals::dispensed),
                        found(day, DifferenceKind.SALES_DIFFER, Totals::sales))
                .filter(found -> found.ours() != found.theirs())
                .toList();
    }

    private Found found(LocalDate day, DifferenceKind kind, ToLongFunction<Totals> figure) {
        return new Found(
                new Found.Key(Source.COUNTERS, kind, counter, counter),
                new Found.Place(tenant, counter, "", day),
                figure.applyAsLong(booked) + figure.applyAsLong(parked),
                figure.applyAsLong(signed));
    }
}
