package org.assistcounter.counter.sale;

import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.protocol.journal.Fact;

/**
 * What the cold chain means for selling. A breach locks the goods of its compartment that need
 * cooling: the fact is written, the shelf follows it, and only a service sign-in lifts it. An
 * unpaid sale of such goods is closed; what is approved later goes back, because nothing that the
 * shelf does not offer is dispensed.
 */
public final class ClimateSteps {
    private static final String CLIMATE = "climate";

    private ClimateSteps() {}

    /**
     * The first step of an agent, with what the journal and the wiring say of cooling. What it goes
     * on from is noted at once, so that nobody gets a new grace by starting it again and again.
     */
    public static Step start(Step first, Cooling cooling, Moment now) {
        Step step = first.to(first.state().with(cooling));
        Set<Integer> unwatched = new TreeSet<>(first.state().shelf().chilledCompartments());
        unwatched.remove(cooling.compartment());
        for (int compartment : unwatched) {
            if (!step.state().shelf().isLocked(compartment)) {
                step = step.fact(new Fact.ColdChainSwitched(compartment, true, "not-watched"));
            }
        }
        return cooling.isWired() ? judged(written(step, now), now) : step;
    }

    static Step step(CounterState state, ClimateEvent event, Moment now) {
        return switch (event) {
            case ClimateEvent.Reported said ->
                    told(
                            state,
                            new Cooling.Thermometer(
                                    said.airMilli(), said.fault(), said.outputs().isCompressorOn()),
                            now);
            case ClimateEvent.ClimateLost(String reason) ->
                    told(state, new Cooling.Thermometer(OptionalInt.empty(), reason, false), now);
            case ClimateEvent.Garbled(String hex) ->
                    SaleCore.fault(state, CLIMATE, "no line of ours", hex, now);
        };
    }

    private static Step told(CounterState state, Cooling.Thermometer said, Moment now) {
        Cooling before = state.cooling();
        if (!before.isWired()) {
            return Step.stay(state);
        }
        Step step = Step.stay(state.with(before.told(said, now.millis())));
        boolean isNews =
                !said.fault().isEmpty() && !said.fault().equals(before.thermometer().fault());
        Step noticed =
                isNews
                        ? SaleCore.fault(step.state(), CLIMATE, "no reading", said.fault(), now)
                        : step;
        return judged(noticed, now);
    }

    /** Silence counts as too warm. */
    static Step timePassed(Step step, Moment now) {
        Cooling cooling = step.state().cooling();
        return now.millis() < cooling.deadlineMillis()
                ? step
                : judged(step.to(step.state().with(cooling.silent(now.millis()))), now);
    }

    /** Goods that were cold have a grace when somebody fills or looks after the cabinet. */
    static Step doorOpened(Step step, Moment now) {
        Cooling cooling = step.state().cooling();
        return cooling.isWired()
                ? judged(step.to(step.state().with(cooling.doorOpened())), now)
                : step;
    }

    /** Whether a service can lift the lock: goods that nobody watches stay locked. */
    public static boolean canLift(CounterState state, int compartment) {
        return state.shelf().isLocked(compartment) && state.cooling().compartment() == compartment;
    }

    /** A person with a service sign-in has looked at the goods of a locked compartment. */
    static Step serviced(Step step, int compartment, String reason, Moment now) {
        Step lifted = step.fact(new Fact.ColdChainSwitched(compartment, false, reason));
        return written(lifted.to(lifted.state().with(lifted.state().cooling().serviced())), now);
    }

    private static Step judged(Step step, Moment now) {
        Cooling cooling = step.state().cooling();
        int compartment = cooling.compartment();
        if (cooling.chain().isLocked() && !step.state().shelf().isLocked(compartment)) {
            boolean isMeasured = cooling.thermometer().airMilli().isPresent();
            Step locked =
                    step.fact(
                            new Fact.ColdChainSwitched(
                                    compartment, true, isMeasured ? "too-warm" : "not-measured"));
            return leftUnpaid(written(locked, now), now);
        }
        return cooling.isNoteDue(now.millis()) ? written(step, now) : step;
    }

    private static Step written(Step step, Moment now) {
        Cooling cooling = step.state().cooling();
        Step noted = step.fact(cooling.note());
        return noted.to(noted.state().with(cooling.noted(now.millis())));
    }

    private static Step leftUnpaid(Step step, Moment now) {
        CounterState state = step.state();
        boolean isGone =
                state.phase() instanceof Phase.Choosing choosing
                        && choosing.sale().lines().stream()
                                .anyMatch(line -> state.shelf().isTooWarm(line.slot()));
        return isGone ? SaleCore.step(state, new Input.Cancelled(), now).after(step) : step;
    }
}
