package org.assistcounter.simulation;

import java.util.function.LongFunction;

/** Runs a seed for so many hours and says what did not hold; across class loaders. */
public final class SeedRun implements LongFunction<String> {
    private final long hours;

    public SeedRun(long hours) {
        this.hours = hours;
    }

    @Override
    public String apply(long seed) {
        return Simulate.one(seed, hours).violation();
    }
}
