package org.assistcounter.counter.loop;

import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;

/** What the core acts on: devices, fleet and screen. Called after the facts are on disk. */
public interface Edge {

    /** Carry this out; its outcome comes back as an input. */
    void perform(Effect effect);

    /** The state has changed. */
    void show(CounterState state, long nowMillis);

    /** The journal has grown. */
    void appended(long newestSeq);
}
