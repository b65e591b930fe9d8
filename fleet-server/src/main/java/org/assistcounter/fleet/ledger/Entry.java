package org.assistcounter.fleet.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Postings that sum to zero in each unit, and why.
 *
 * @param sale null when it is of no sale
 */
public record Entry(Occurrence occurrence, @Nullable String sale, List<Posting> postings) {
    public Entry {
        postings = List.copyOf(postings);
    }
}
