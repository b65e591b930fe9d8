package org.assistcounter.simulation;

import org.assistcounter.counter.sale.Phase;

/** What nobody sees from outside: whether a counter itself knows that all has come to rest. */
final class ProductAtRest {
    private ProductAtRest() {}

    /** It is ready for the next shopper. */
    static void isReady(SimulatedCounter counter) {
        Violation.unless(
                counter.state().phase() instanceof Phase.Browsing,
                "the counter is stuck in " + counter.state().phase());
    }

    /** It knows that the fleet has everything. */
    static void knowsThatAllHasArrived(SimulatedCounter counter) {
        Violation.unless(counter.isAllConfirmed(), "a counter does not know that all has arrived");
    }
}
