package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.Equipment.Cabinet;
import org.assistcounter.devices.cabinet.CabinetEvent;

/**
 * What the cabinet's contacts mean for selling. No motor is turned behind an open door or on a
 * failing mains: nobody can buy then, and who has not begun to pay goes to the closed page. A last
 * page stays, because it says what became of money.
 */
final class CabinetSteps {
    private static final String DOOR = "door";
    private static final String POWER = "power";
    private static final String CABINET = "cabinet";

    private CabinetSteps() {}

    static Step step(CounterState state, CabinetEvent event, Moment now) {
        Cabinet before = state.equipment().cabinet();
        return switch (event) {
            case CabinetEvent.CabinetReady(boolean isDoorClosed, boolean isPowerGood) ->
                    now(state, new Cabinet(true, isDoorClosed, isPowerGood), now);
            case CabinetEvent.CabinetLost(String reason) ->
                    noted(now(state, Cabinet.LOST, now), CABINET, "lost", reason, now);
            case CabinetEvent.DoorOpened _ ->
                    noted(now(state, before.door(false), now), DOOR, "opened", "", now);
            case CabinetEvent.DoorClosed _ -> now(state, before.door(true), now);
            case CabinetEvent.DoorLeftOpen(long millis) ->
                    noted(Step.stay(state), DOOR, "left open", millis / 1_000 + " s", now);
            case CabinetEvent.PowerFailing _ ->
                    noted(now(state, before.power(false), now), POWER, "failing", "", now);
            case CabinetEvent.PowerReturned _ -> now(state, before.power(true), now);
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
        boolean isUnpaid =
                switch (state.phase()) {
                    case Phase.Looking _, Phase.Reviewing _, Phase.Choosing _ -> true;
                    case Phase _ -> false;
                };
        return isUnpaid && !cabinet.isWell() ? ShopperSteps.cancelled(next, now) : Step.stay(next);
    }

    private static Step noted(Step step, String source, String what, String detail, Moment now) {
        return SaleCore.fault(step.state(), source, what, detail, now).after(step);
    }
}
