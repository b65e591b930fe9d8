package org.assistcounter.fleet.metrics;

import reactor.core.publisher.Flux;

/**
 * Something that is counted in the database, such as open cases. It is asked every half minute and
 * not at each scrape, so that who looks more often costs the database nothing.
 */
public interface Tally {

    /** All that is not zero. */
    Flux<Reading> read();

    /**
     * One number.
     *
     * @param gauge its name, such as `assistcounter.cases.open`
     * @param label what tells the numbers of a gauge apart, such as `way`; empty when there is one
     * @param of the label's value
     */
    record Reading(String gauge, String label, String of, double value) {

        /** The only number of its gauge. */
        public static Reading only(String gauge, double value) {
            return new Reading(gauge, "", "", value);
        }
    }
}
