package org.assistcounter.fleet.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is booked is booked because of this.
 *
 * @param reference names it for good; the same one is booked once
 * @param businessDate the day it counts for, in the site's zone where there is one
 * @param at when it happened: by the counter's clock what a journal tells, by ours the rest
 */
public record Occurrence(
        String tenant,
        String counter,
        Source source,
        String reference,
        LocalDate businessDate,
        Instant at) {

    /** Where the word comes from. */
    public enum Source {
        JOURNAL,
        WALLET,
        /** Somebody found out, or a rule that somebody set. */
        PERSON
    }
}
