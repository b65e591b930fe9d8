package org.assistcounter.simulation;

import java.util.function.LongFunction;

/** Runs a seed for so many hours and says what did not hold; across class loaders. */
public final class SeedRun implements LongFunction<String> {
    private final long hours;
    private final int counters;

    /**
     * @param counters 1 without their fleet
     */
    public SeedRun(long hours, int counters) {
        this.hours = hours;
        this.counters = counters;
    }

    @Override
    public String apply(long seed) {
        return counters == 1
                ? Simulate.one(seed, hours).violation()
                : FleetRun.one(seed, counters, hours).violation();
    }
}
