package org.assistcounter.fleet.evidence;

import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.protocol.identity.CounterId;

/** A counter was looked up before it was given another key: it has to be looked up anew. */
public final class KeyReplaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private KeyReplaced(CounterId counter) {
        super("Counter " + counter + " has another key by now.");
    }

    static void unlessOf(Counter counter, long keyEpoch) {
        if (counter.keys().epoch() != keyEpoch) {
            throw new KeyReplaced(counter.id());
        }
    }
}
