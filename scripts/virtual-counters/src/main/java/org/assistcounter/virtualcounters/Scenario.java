package org.assistcounter.virtualcounters;

import java.util.Locale;

/** What goes wrong while counters sell. */
enum Scenario {
    /** Nothing. */
    DAY,
    /** From a third of the time to two thirds nobody in the province has a network. */
    OUTAGE,
    /** The server is killed in the middle and starts again cold; all come back at once. */
    STORM;

    static Scenario parse(String word) {
        for (Scenario scenario : values()) {
            if (scenario.word().equals(word)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("no scenario " + word + ": day, outage or storm");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
