package org.assistcounter.counter.sale;

import java.util.List;
import org.assistcounter.counter.desired.Ceilings;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.journal.Fact;

/**
 * What a desired state of the fleet does to the sale: it lies ready until nobody is buying, so that
 * no price changes under a shopper's finger, and comes into force with whatever happens next.
 */
final class DesiredSteps {
    private static final String DESIRED = "desired";

    private DesiredSteps() {}

    /** One that the fleet has signed for this counter. A flood of refusals is not written down. */
    static Step came(CounterState state, SignedState came, Moment now) {
        Equipment.Prices reader = state.equipment().prices();
        Ceilings ceilings =
                Ceilings.of(state.shelf().card()).readBy(reader.stepMinor(), reader.mostMinor());
        List<Fact> facts = state.shelf().desired().heard(came, ceilings);
        boolean isRefused = facts.stream().anyMatch(Fact.DesiredRefused.class::isInstance);
        if (isRefused && !state.faults().hears(DESIRED, now.millis())) {
            return Step.stay(state);
        }
        Step step =
                Step.stay(
                        isRefused
                                ? state.with(state.faults().heard(DESIRED, now.millis()))
                                : state);
        for (Fact fact : facts) {
            step = step.fact(fact);
        }
        return step;
    }

    /** What lies ready comes into force when nobody is buying. */
    static Step settled(Step step) {
        if (!isQuiet(step.state().phase())) {
            return step;
        }
        Step settled = step;
        for (Fact fact : step.state().shelf().desired().due()) {
            settled = settled.fact(fact);
        }
        return settled;
    }

    private static boolean isQuiet(Phase phase) {
        return phase instanceof Phase.Browsing browsing && browsing.basket().isEmpty();
    }
}
