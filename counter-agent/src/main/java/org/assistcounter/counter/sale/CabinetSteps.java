package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.Equipment.Cabinet;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.protocol.journal.Fact;

/**
 * What the cabinet's contacts mean for selling. No motor is turned behind an open door or on a
 * failing mains: nobody can buy then, and who has not begun to pay goes to the closed page. A last
 * page stays, because it says what became of money.
 */
final class CabinetSteps {
    private static final String DOOR = "door";
    private static final String MAINS = "mains";
    private static final String CABINET = "cabinet";

    private CabinetSteps() {}

    /** A hand may be behind a door that nobody has read yet. */
    static Step wired(CounterState state) {
        return Step.stay(state.with(state.equipment().with(Cabinet.LOST)));
    }

    static Step step(CounterState state, CabinetEvent event, Moment now) {
        Cabinet before = state.equipment().cabinet();
        return switch (event) {
            case CabinetEvent.CabinetReady(boolean isDoorClosed, boolean isPowerGood) ->
                    contact(
                            contact(
                                    now(state, new Cabinet(true, isDoorClosed, isPowerGood), now),
                                    DOOR,
                                    isDoorClosed,
                                    now),
                            MAINS,
                            isPowerGood,
                            now);
            case CabinetEvent.CabinetLost(String reason) ->
                    noted(now(state, Cabinet.LOST, now), CABINET, "lost", reason, now);
            case CabinetEvent.DoorOpened _ ->
                    ClimateSteps.doorOpened(
                            contact(now(state, before.door(false), now), DOOR, false, now), now);
            case CabinetEvent.DoorClosed _ ->
                    contact(now(state, before.door(true), now), DOOR, true, now);
            case CabinetEvent.DoorLeftOpen(long millis) ->
                    noted(Step.stay(state), DOOR, "left open", millis / 1_000 + " s", now);
            case CabinetEvent.PowerFailing _ ->
                    contact(now(state, before.power(false), now), MAINS, false, now);
            case CabinetEvent.PowerReturned _ ->
                    contact(now(state, before.power(true), now), MAINS, true, now);
            case CabinetEvent.ContactDoubtful(CabinetEvent.Contact contact) ->
                    noted(Step.stay(state), CABINET, "doubtful", contact.name(), now);
            case CabinetEvent.Garbled(String hex) ->
                    noted(Step.stay(state), CABINET, "no level", hex, now);
            case CabinetEvent.LockReleased _,
                    CabinetEvent.LockUsed _,
                    CabinetEvent.LockNotUsed _,
                    CabinetEvent.ReleaseRefused _ ->
                    Step.stay(state);
        };
    }

    private static Step now(CounterState state, Cabinet cabinet, Moment now) {
        CounterState next = state.with(state.equipment().with(cabinet));
        return cabinet.isWell() ? Step.stay(next) : ShopperSteps.sentAway(next, now);
    }

    /** Written once in a while each way, so that a loose contact does not fill the journal. */
    private static Step contact(Step step, String contact, boolean well, Moment now) {
        CounterState state = step.state();
        Step told =
                contact.equals(DOOR) && state.cooling().isWired()
                        ? step.effect(new Effect.CommandClimate(new ClimateCommand.DoorIs(!well)))
                        : step;
        String source = contact + " " + well;
        return state.faults().hears(source, now.millis())
                ? told.to(state.with(state.faults().heard(source, now.millis())))
                        .fact(new Fact.ContactChanged(contact, well))
                : told;
    }

    private static Step noted(Step step, String source, String what, String detail, Moment now) {
        return SaleCore.fault(step.state(), source, what, detail, now).after(step);
    }
}
