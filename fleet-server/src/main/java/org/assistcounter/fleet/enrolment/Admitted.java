package org.assistcounter.fleet.enrolment;

import org.assistcounter.fleet.counters.Counter;
import org.jspecify.annotations.Nullable;

/**
 * A counter in the registry and what its card is about to be given.
 *
 * @param certificate in its text form
 * @param base where its journal goes on; null where it begins
 * @param isReplaced whether the keys that it had are worth nothing from now on
 */
record Admitted(
        Counter counter, String certificate, @Nullable JournalBase base, boolean isReplaced) {

    /** Of a card that is this counter and no other was. */
    Admitted(Counter counter, String certificate) {
        this(counter, certificate, null, false);
    }
}
