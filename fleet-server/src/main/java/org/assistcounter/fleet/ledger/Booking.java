package org.assistcounter.fleet.ledger;

import java.util.List;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/** What a fact does to the ledger. */
public sealed interface Booking {

    /**
     * It is booked: postings that sum to zero in each unit, and the sale as it then stands.
     *
     * @param sale null when the fact is of no sale
     * @param opened the case it opens
     */
    record Booked(
            List<Posting> postings, @Nullable SaleAccount sale, Fact.@Nullable CaseOpened opened)
            implements Booking {
        public Booked {
            postings = List.copyOf(postings);
        }
    }

    /** It contradicts what is booked; a person has to look. The record itself stays. */
    record Impossible(String reason) implements Booking {}
}
