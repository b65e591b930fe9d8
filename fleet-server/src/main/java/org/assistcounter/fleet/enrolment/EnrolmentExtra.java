package org.assistcounter.fleet.enrolment;

import org.assistcounter.fleet.counters.Counter;
import reactor.core.publisher.Mono;

/**
 * Adds one field to the answer that a newly enrolled counter gets, so that a module that knows what
 * a counter needs at first (its shelf, its pictures) can give it without enrolment knowing it.
 */
public interface EnrolmentExtra {

    /** The name of the field. */
    String name();

    /** Its value, anything that becomes JSON; empty leaves the field out. */
    Mono<Object> forCounter(Counter counter);
}
