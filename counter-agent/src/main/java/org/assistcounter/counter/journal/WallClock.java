package org.assistcounter.counter.journal;

import org.assistcounter.protocol.journal.ClockReading;

/** What the clocks say now; the edge reads them, a simulation makes them up. */
@FunctionalInterface
public interface WallClock {

    ClockReading read();
}
