package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.SaleCore;
import org.assistcounter.counter.sale.Step;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.journal.Fact;

/** Bugs that can be switched on to see whether an invariant notices. */
enum PlantedBug {
    /** Nothing is planted. */
    NONE,
    /** The journal is not flushed before the motor turns. */
    JOURNAL_NOT_FLUSHED,
    /** After a start the motor that was commanded before is turned again. */
    TURNS_AGAIN_AFTER_START,
    /** A turn after which nothing fell counts as a delivery. */
    NO_DROP_IS_DELIVERED,
    /** A payment whose outcome is not known is closed without a case. */
    UNKNOWN_PAYMENT_WITHOUT_CASE,
    /** A message that was sent counts as confirmed. */
    CONFIRMED_BY_SENDING,
    /** The fleet books a batch that it has already. */
    BOOKS_DUPLICATES,
    /** A wallet payment that came after its sale is kept. */
    KEEPS_LATE_PAYMENTS,
    /** A refund of a wallet has a new number each time it is tried. */
    REFUNDS_UNDER_NEW_NUMBERS,
    /** What the cold chain locks is sold and dispensed. */
    SELLS_WHAT_IS_LOCKED,
    /** A thermometer that gives nothing is taken for a cold one. */
    BELIEVES_A_LOST_THERMOMETER,
    /** Whoever says so lifts the lock of a compartment, signed in or not. */
    LIFTS_FOR_STRANGERS;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rules of the sale with this bug in them. */
    Step step(CounterState state, Input input, Moment now) {
        Step step = SaleCore.step(seen(state, input), heard(input), now);
        return switch (this) {
            case UNKNOWN_PAYMENT_WITHOUT_CASE -> withoutCase(step);
            case NONE,
                    NO_DROP_IS_DELIVERED,
                    JOURNAL_NOT_FLUSHED,
                    TURNS_AGAIN_AFTER_START,
                    CONFIRMED_BY_SENDING,
                    BOOKS_DUPLICATES,
                    KEEPS_LATE_PAYMENTS,
                    REFUNDS_UNDER_NEW_NUMBERS,
                    SELLS_WHAT_IS_LOCKED,
                    BELIEVES_A_LOST_THERMOMETER,
                    LIFTS_FOR_STRANGERS ->
                    step;
        };
    }

    /** The first step after a start with this bug in it. */
    Step first(Step step) {
        if (this != TURNS_AGAIN_AFTER_START) {
            return step;
        }
        List<Effect> effects = new ArrayList<>(step.effects());
        for (Fact fact : step.facts()) {
            if (fact instanceof Fact.DispenseResolved resolved) {
                effects.add(
                        new Effect.CommandDispenser(
                                new DispenserCommand.TurnMotor(
                                        1_000_000, resolved.goods().slot())));
            }
        }
        return new Step(step.state(), step.facts(), effects);
    }

    private CounterState seen(CounterState state, Input input) {
        return switch (this) {
            case SELLS_WHAT_IS_LOCKED -> WarmGoods.unlocked(state);
            case LIFTS_FOR_STRANGERS -> WarmGoods.trusting(state, input);
            case NONE,
                    JOURNAL_NOT_FLUSHED,
                    TURNS_AGAIN_AFTER_START,
                    NO_DROP_IS_DELIVERED,
                    UNKNOWN_PAYMENT_WITHOUT_CASE,
                    CONFIRMED_BY_SENDING,
                    BOOKS_DUPLICATES,
                    KEEPS_LATE_PAYMENTS,
                    REFUNDS_UNDER_NEW_NUMBERS,
                    BELIEVES_A_LOST_THERMOMETER ->
                    state;
        };
    }

    private Input heard(Input input) {
        return switch (this) {
            case NO_DROP_IS_DELIVERED -> dropped(input);
            case BELIEVES_A_LOST_THERMOMETER -> WarmGoods.believed(input);
            case NONE,
                    JOURNAL_NOT_FLUSHED,
                    TURNS_AGAIN_AFTER_START,
                    UNKNOWN_PAYMENT_WITHOUT_CASE,
                    CONFIRMED_BY_SENDING,
                    BOOKS_DUPLICATES,
                    KEEPS_LATE_PAYMENTS,
                    REFUNDS_UNDER_NEW_NUMBERS,
                    SELLS_WHAT_IS_LOCKED,
                    LIFTS_FOR_STRANGERS ->
                    input;
        };
    }

    private static Input dropped(Input input) {
        if (!(input instanceof Input.DispenserSaid said)
                || !(said.event() instanceof DispenserEvent.TurnEnded ended)) {
            return input;
        }
        TurnEvidence evidence = ended.evidence();
        TurnEvidence seen =
                new TurnEvidence(
                        evidence.home(),
                        TurnEvidence.Drop.SEEN,
                        evidence.sensorBefore(),
                        evidence.sensorAfter(),
                        evidence.boardStatus());
        return new Input.DispenserSaid(new DispenserEvent.TurnEnded(ended.commandNumber(), seen));
    }

    private static Step withoutCase(Step step) {
        List<Fact> facts =
                step.facts().stream().filter(fact -> !(fact instanceof Fact.CaseOpened)).toList();
        return new Step(step.state(), facts, step.effects());
    }
}
