package org.assistcounter.fleet.directives;

import java.util.Locale;

/** What came of the wish to change something. */
public sealed interface Outcome {

    /** It is wanted of so many counters from now on. */
    record Done(int counters) implements Outcome {}

    /** It waits for a second person, at so many counters. */
    record Proposed(long id, int counters) implements Outcome {}

    /** Nothing has changed. */
    enum Refused implements Outcome {
        NOTHING_WANTED,
        UNKNOWN_PRODUCT,
        WRONG_PRICE,
        OVER_CEILING,
        NO_COUNTERS,
        SENT_ALREADY,
        NO_PROPOSAL,
        OWN_PROPOSAL;

        /** The word by which pages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
