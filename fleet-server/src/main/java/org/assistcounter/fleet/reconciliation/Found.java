package org.assistcounter.fleet.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference as one run sees it.
 *
 * @param ours what we know, in fen or pieces
 * @param theirs what the source says
 */
public record Found(Key key, Place place, long ours, long theirs) {

    /**
     * What makes it the same difference again.
     *
     * @param about the order, sale or counter that was looked at
     * @param subject what of it differs: itself, or one of its refunds
     */
    public record Key(Source source, DifferenceKind kind, String about, String subject) {}

    /**
     * Whose it is.
     *
     * @param tenant null: nobody's, and so everybody's to look at
     * @param transaction the wallet's own number, where there is one
     */
    public record Place(
            @Nullable String tenant, @Nullable String counter, String transaction, LocalDate day) {}

    boolean hasAmountsOf(Difference known) {
        return ours == known.ours() && theirs == known.theirs();
    }

    /** Running totals grow on both sides with each sale, and what they are apart stays. */
    boolean isApartLike(Difference known) {
        return key.source() == Source.COUNTERS
                ? theirs - ours == known.theirs() - known.ours()
                : hasAmountsOf(known);
    }
}
