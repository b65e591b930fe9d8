package org.assistcounter.fleet.directives;

import java.time.Instant;
import java.util.List;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.sync.ReportedState;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a counter, and what it has said.
 *
 * @param revision of what is wanted; 0 while it is the release on its card
 * @param terms what is wanted of each product that was ever changed, by code
 * @param taken the terms by which it has last said that it sells
 * @param wantedAt since when
 * @param reportedAt since when it has stood so; null while it has said nothing
 */
public record Standing(
        CounterId counter,
        long revision,
        List<Terms> terms,
        List<Terms> taken,
        Instant wantedAt,
        ReportedState reported,
        @Nullable Instant reportedAt) {

    public Standing {
        terms = List.copyOf(terms);
        taken = List.copyOf(taken);
    }

    /** Whether it sells by what is wanted. */
    public boolean isInForce() {
        return !isAhead() && reported.revision() == revision;
    }

    /** Whether it has refused what is wanted. */
    public boolean isRefused() {
        return !isAhead() && !isInForce() && reported.refused() == revision;
    }

    /** Whether it may be for this price that it refuses all: a new one since what it has taken. */
    public boolean isSuspect(Terms wanted) {
        return isRefused()
                && wanted.priceMinor() != Terms.OF_THE_CARD
                && wanted.priceMinor() != takenMinor(wanted.product());
    }

    /** The price of a product by which it has last said that it sells. */
    public long takenMinor(String product) {
        return taken.stream()
                .filter(terms -> terms.product().equals(product))
                .mapToLong(Terms::priceMinor)
                .findFirst()
                .orElse(Terms.OF_THE_CARD);
    }

    /**
     * Whether it has a newer state than the fleet knows of, or another of the same number: the
     * fleet was restored from a backup. What is wanted is older, might lift a stop, and so is not
     * sent; the next that a person wants is.
     */
    public boolean isAhead() {
        return reported.revision() > revision
                || (reported.reason() == Rejection.NOT_NEWER && reported.refused() == revision);
    }

    /** Whether it is to be told. */
    public boolean isBehind() {
        return !isAhead() && !isInForce() && !isRefused();
    }

    DesiredState state() {
        return new DesiredState(revision, terms);
    }
}
