package org.assistcounter.fleet.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.ledger.ClearingSum;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.wallets.WalletSum;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the ledger has for a sale with its wallet, which is what the journal claimed, with
 * what the wallet told of the sale's attempts and refunds.
 */
public record BooksComparison(Instant now) {

    /** By then a payment that no journal tells of is booked as silent, or given back. */
    private static final Duration YOUNG = Duration.ofHours(1);

    /** What does not agree of one sale; either side may know nothing of it. */
    public List<Found> of(@Nullable ClearingSum booked, @Nullable WalletSum paid) {
        boolean isYoung = paid != null && paid.orderedAt().plus(YOUNG).isAfter(now);
        long ours = booked == null ? 0 : booked.sumMinor();
        long theirs = paid == null ? 0 : paid.sumMinor();
        if (isYoung || ours == theirs) {
            return List.of();
        }
        DifferenceKind kind;
        if (paid == null || !paid.isPaid()) {
            kind = DifferenceKind.CLAIMED_NOT_PAID;
        } else if (booked == null) {
            kind = DifferenceKind.PAID_NOT_BOOKED;
        } else {
            kind = DifferenceKind.BOOKED_DIFFERS;
        }
        return List.of(found(kind, booked, paid, ours, theirs));
    }

    private static Found found(
            DifferenceKind kind,
            @Nullable ClearingSum booked,
            @Nullable WalletSum paid,
            long ours,
            long theirs) {
        if (booked != null) {
            return new Found(
                    new Found.Key(Source.BOOKS, kind, booked.sale(), booked.sale()),
                    new Found.Place(booked.tenant(), booked.counter(), "", booked.day()),
                    ours,
                    theirs);
        }
        if (paid == null) {
            throw new IllegalArgumentException("Nobody knows the sale.");
        }
        LocalDate day = BusinessZone.day(paid.orderedAt());
        return new Found(
                new Found.Key(Source.BOOKS, kind, paid.sale(), paid.sale()),
                new Found.Place(paid.owner().tenant(), paid.owner().counter(), "", day),
                ours,
                theirs);
    }
}
