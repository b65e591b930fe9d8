package org.assistcounter.virtualcounters;

import java.util.Locale;

/** What goes wrong while counters sell. */
enum Scenario {
    /** Nothing. */
    DAY,
    /** From a third of the time to two thirds nobody in the province has a network. */
    OUTAGE,
    /** The server is killed in the middle and starts again cold; all come back at once. */
    STORM,
    /**
     * Two instances of the server, two brokers and a database of their own; one instance, drawn by
     * the seed, stands still for longer than its lease and goes on, and then the other is killed.
     */
    INSTANCES;

    static Scenario parse(String word) {
        for (Scenario scenario : values()) {
            if (scenario.word().equals(word)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException(
                "no scenario " + word + ": day, outage, storm or instances");
    }

    /** Whether a server is killed, which has to be our own. */
    boolean kills() {
        return this == STORM || this == INSTANCES;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
