package org.assistcounter.counter.sale;

import org.assistcounter.counter.service.Attempts;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.Desk;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.counter.service.ServiceMemory;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.ShelfSlot;

/**
 * A technician's visit. It begins only while no sale is open, and nothing is sold until it has
 * ended. Sign-in, wrong codes, what was done and the sign-out are on disk before the screen shows
 * them. What a visit may not do is not offered and does nothing.
 */
public final class ServiceSteps {
    private static final String LEFT = "left";
    private static final String IDLE = "idle";
    private static final String RESTARTED = "restarted";

    private ServiceSteps() {}

    /**
     * The first step of an agent, with what the journal says: nobody is signed in after a start.
     */
    public static Step start(Step first, ServiceMemory memory, ClockReading clock, Moment now) {
        Desk desk = new Desk(memory.attempts(clock, now.millis()), memory.troubles());
        Step step = first.to(first.state().with(desk));
        return noted(
                memory.isSignedIn() ? step.fact(new Fact.ServiceSigned(false, RESTARTED)) : step,
                now);
    }

    /** What is off and locked follows the facts, as the shelf does, but knows since when. */
    static Step noted(Step step, Moment now) {
        Desk desk = step.state().desk();
        for (Fact fact : step.facts()) {
            desk = desk.after(fact, now.wallMillis());
        }
        return step.to(step.state().with(desk));
    }

    static Step step(CounterState state, Input.Technician touch, Moment now) {
        return switch (touch) {
            case Input.ServiceWanted _ -> wanted(state, now);
            case Input.CodeEntered(ServiceCode code) -> entered(state, code, now);
            case Input.SlotMended(int slot) ->
                    isSignedIn(state) && state.shelf().slotsOff().contains(slot)
                            ? signedIn(
                                    Step.stay(state)
                                            .fact(new Fact.SlotSwitched(slot, true, "serviced")),
                                    now)
                            : Step.stay(state);
            case Input.ColdGoodsChecked checked ->
                    isSignedIn(state) && ClimateSteps.canLift(state, checked.compartment())
                            ? signedIn(lifted(state, checked, now), now)
                            : Step.stay(state);
            case Input.ServiceEnded _ ->
                    isSignedIn(state) ? signedOut(state, LEFT) : Step.stay(state);
        };
    }

    private static boolean isSignedIn(CounterState state) {
        return state.phase() instanceof Phase.Servicing(Visit.SignedIn _);
    }

    private static Step wanted(CounterState state, Moment now) {
        return switch (state.phase()) {
            case Phase.Browsing _, Phase.Looking _, Phase.Reviewing _ ->
                    keypad(Step.stay(state), Visit.Word.ENTER, now);
            case Phase.Choosing _,
                    Phase.Paying _,
                    Phase.Dispensing _,
                    Phase.Returning _,
                    Phase.Ended _,
                    Phase.Recovering _,
                    Phase.Servicing _ ->
                    Step.stay(state);
        };
    }

    private static Step keypad(Step step, Visit.Word word, Moment now) {
        boolean isPaused = step.state().desk().attempts().isPaused(now.millis());
        return step.to(
                new Phase.Servicing(
                        new Visit.Entering(
                                isPaused ? Visit.Word.PAUSED : word,
                                now.millis() + Limits.KEYPAD)));
    }

    private static Step entered(CounterState state, ServiceCode code, Moment now) {
        if (!(state.phase() instanceof Phase.Servicing(Visit.Entering _))) {
            return Step.stay(state);
        }
        if (state.desk().attempts().isPaused(now.millis())) {
            return keypad(Step.stay(state), Visit.Word.PAUSED, now);
        }
        Attempts attempts = state.desk().attempts().ask();
        Visit checking = new Visit.Checking(attempts.asked(), now.millis() + Limits.COMPARING);
        return Step.stay(state.with(state.desk().with(attempts)))
                .effect(new Effect.CompareCode(attempts.asked(), code))
                .to(new Phase.Servicing(checking));
    }

    /**
     * A wrong code counts however late the answer is, a right one only while it is waited for and
     * outside of a pause.
     */
    static Step compared(CounterState state, Input.CodeCompared compared, Moment now) {
        boolean isAwaited =
                state.phase() instanceof Phase.Servicing(Visit.Checking checking)
                        && checking.attempt() == compared.attempt();
        boolean isPaused = state.desk().attempts().isPaused(now.millis());
        return switch (compared.verdict()) {
            case CodeVerdict.RIGHT ->
                    isAwaited && !isPaused
                            ? signedIn(
                                    Step.stay(state.with(state.desk().with(cleared(state))))
                                            .fact(new Fact.ServiceSigned(true, "code")),
                                    now)
                            : isAwaited
                                    ? keypad(Step.stay(state), Visit.Word.PAUSED, now)
                                    : Step.stay(state);
            case CodeVerdict.WRONG -> {
                Step refused = refused(state, now);
                yield isAwaited ? keypad(refused, Visit.Word.WRONG, now) : refused;
            }
            case CodeVerdict.NOT_SET ->
                    isAwaited
                            ? keypad(Step.stay(state), Visit.Word.NOT_SET, now)
                            : Step.stay(state);
        };
    }

    private static Attempts cleared(CounterState state) {
        return state.desk().attempts().cleared();
    }

    private static Step refused(CounterState state, Moment now) {
        Fact.ServiceRefused fact = state.desk().attempts().refused();
        Attempts next = state.desk().attempts().after(fact, now.millis());
        return Step.stay(state.with(state.desk().with(next))).fact(fact);
    }

    private static Step lifted(CounterState state, Input.ColdGoodsChecked checked, Moment now) {
        Step step =
                switch (checked.checked()) {
                    case RESTOCKED -> Step.stay(state);
                    case DISPOSED -> emptied(state, checked.compartment());
                };
        return ClimateSteps.serviced(step, checked.compartment(), checked.checked().word(), now);
    }

    private static Step emptied(CounterState state, int compartment) {
        Step step = Step.stay(state);
        for (ShelfSlot slot : state.shelf().chilled(compartment)) {
            step =
                    step.fact(
                            new Fact.StockCounted(
                                    slot.slot(), slot.product(), slot.lot().number(), 0));
        }
        return step;
    }

    private static Step signedIn(Step step, Moment now) {
        return step.to(new Phase.Servicing(new Visit.SignedIn(now.millis() + Limits.SERVICE_IDLE)));
    }

    /** Who works behind the door does not touch the screen. */
    static Step stirred(Step step, CabinetEvent event, Moment now) {
        boolean isHand =
                event instanceof CabinetEvent.DoorOpened
                        || event instanceof CabinetEvent.DoorClosed;
        return isHand && isSignedIn(step.state()) ? signedIn(step, now) : step;
    }

    /** The keypad is left; a sign-out is something else. */
    static Step cancelled(CounterState state, Visit visit) {
        return switch (visit) {
            case Visit.Entering _ -> Step.stay(state).to(new Phase.Browsing());
            case Visit.Checking _, Visit.SignedIn _ -> Step.stay(state);
        };
    }

    static Step timedOut(CounterState state, Visit visit) {
        return switch (visit) {
            case Visit.Entering _, Visit.Checking _ -> Step.stay(state).to(new Phase.Browsing());
            case Visit.SignedIn _ -> signedOut(state, IDLE);
        };
    }

    private static Step signedOut(CounterState state, String reason) {
        return Step.stay(state)
                .fact(new Fact.ServiceSigned(false, reason))
                .to(new Phase.Browsing());
    }
}
