package org.assistcounter.fleet.directives;

import java.time.Instant;
import java.util.List;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.ReportedState;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a counter, and what it has said.
 *
 * @param revision of what is wanted; 0 while it is the release on its card
 * @param terms what is wanted of each product that was ever changed, by code
 * @param wantedAt since when
 * @param reportedAt since when it has stood so; null while it has said nothing
 */
public record Standing(
        CounterId counter,
        long revision,
        List<Terms> terms,
        Instant wantedAt,
        ReportedState reported,
        @Nullable Instant reportedAt) {

    public Standing {
        terms = List.copyOf(terms);
    }

    /** Whether it sells by what is wanted. */
    public boolean isInForce() {
        return reported.revision() == revision;
    }

    /** Whether it has refused what is wanted. */
    public boolean isRefused() {
        return !isInForce() && reported.refused() == revision;
    }

    /** Whether it is to be told. */
    public boolean isBehind() {
        return !isInForce() && !isRefused();
    }

    DesiredState state() {
        return new DesiredState(revision, terms);
    }
}
