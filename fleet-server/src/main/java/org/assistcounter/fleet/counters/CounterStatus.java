package org.assistcounter.fleet.counters;

import java.util.Locale;

/** Whether a counter may take part. */
public enum CounterStatus {
    /** Has its certificate and was not heard of yet. */
    ENROLLED,
    /** Has been heard of. */
    ACTIVE,
    /** May not connect: another card has its place, or this one is not to be trusted. */
    SUSPENDED,
    /** May not connect: it stands nowhere any more. */
    RETIRED;

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word that {@link #word()} gave. */
    public static CounterStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
