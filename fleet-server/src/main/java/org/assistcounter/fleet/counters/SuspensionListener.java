package org.assistcounter.fleet.counters;

import org.assistcounter.protocol.identity.CounterId;

/**
 * Hears at once that a counter was suspended. The registry cannot close connections itself: the
 * link knows the registry, and not the other way round.
 */
public interface SuspensionListener {

    /** The counter may not connect any longer. */
    void suspended(CounterId counter);
}
