package org.assistcounter.virtualcounters;

/** What was measured and what was sold, of those counters that are looked at together. */
record Tally(Meters meters, Takings takings) {
    Tally() {
        this(new Meters(), new Takings());
    }
}
