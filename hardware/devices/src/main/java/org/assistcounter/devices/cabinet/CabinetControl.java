package org.assistcounter.devices.cabinet;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cabinet.CabinetEvent.Contact;
import org.assistcounter.devices.cabinet.CabinetEvent.Refusal;

/**
 * Decides what the contacts of a cabinet mean and what is switched on: a function of state, input
 * and time. The lock has current for a moment only and then rests; a door that stays open is told
 * once; a failing mains switches lock and light off and is told before all else.
 */
public final class CabinetControl {

    private final CabinetSettings settings;

    public CabinetControl(CabinetSettings settings) {
        this.settings = settings;
    }

    /** One step. What is to be switched on afterwards is {@link CabinetState#outputs}. */
    public CabinetStep step(CabinetState state, CabinetInput input, long nowMillis) {
        List<CabinetEvent> events = new ArrayList<>();
        CabinetState next =
                switch (input) {
                    case CabinetInput.Sampled(var levels) ->
                            sampled(state, levels, nowMillis, events);
                    case CabinetInput.Commanded(var command) ->
                            commanded(state, command, nowMillis, events);
                    case CabinetInput.Lost(String reason) -> {
                        events.add(new CabinetEvent.CabinetLost(reason));
                        yield state.lost();
                    }
                    case CabinetInput.Elapsed() ->
                            passed(state, state.at(nowMillis), nowMillis, events);
                };
        return new CabinetStep(next, events);
    }

    /** When to step with {@link CabinetInput.Elapsed}; Long.MAX_VALUE for never. */
    public long deadlineMillis(CabinetState state) {
        if (!state.isKnown()) {
            return Long.MAX_VALUE;
        }
        long openTooLong =
                state.doorOpenSinceMillis() == Long.MAX_VALUE
                        ? Long.MAX_VALUE
                        : state.doorOpenSinceMillis() + settings.leftOpenMillis();
        long contacts = Math.min(state.door().deadlineMillis(), state.power().deadlineMillis());
        return Math.min(Math.min(contacts, openTooLong), state.lock().deadlineMillis(settings));
    }

    private CabinetState sampled(
            CabinetState state, CabinetLevels levels, long now, List<CabinetEvent> events) {
        if (!state.isKnown()) {
            events.add(new CabinetEvent.CabinetReady(levels.isDoorClosed(), levels.isPowerGood()));
            return state.first(levels, now);
        }
        return passed(state, state.read(levels, now), now, events);
    }

    private CabinetState commanded(
            CabinetState state, CabinetCommand command, long now, List<CabinetEvent> events) {
        CabinetState current = passed(state, state.at(now), now, events);
        return switch (command) {
            case CabinetCommand.SetOpening(boolean isOpen) -> current.opening(isOpen);
            case CabinetCommand.ReleaseLock(long number) -> release(current, number, now, events);
        };
    }

    private CabinetState release(
            CabinetState state, long number, long now, List<CabinetEvent> events) {
        Refusal refusal = null;
        if (!state.isKnown()) {
            refusal = Refusal.CABINET_LOST;
        } else if (!state.power().level()) {
            refusal = Refusal.POWER_FAILING;
        } else if (!state.door().level()) {
            refusal = Refusal.DOOR_IS_OPEN;
        } else if (state.lock().stage() != LockPulse.Stage.IDLE) {
            refusal = Refusal.BUSY;
        } else if (state.lock().isCooling(now, settings)) {
            refusal = Refusal.COOLING;
        }
        if (refusal != null) {
            events.add(new CabinetEvent.ReleaseRefused(number, refusal));
            return state;
        }
        events.add(new CabinetEvent.LockReleased(number));
        return state.with(state.lock().released(number, now));
    }

    /** Tells what has changed between two moments, and moves what depends on the time. */
    private CabinetState passed(
            CabinetState before, CabinetState after, long now, List<CabinetEvent> events) {
        if (!before.isKnown()) {
            return before;
        }
        if (before.power().level() != after.power().level()) {
            events.add(
                    after.power().level()
                            ? new CabinetEvent.PowerReturned()
                            : new CabinetEvent.PowerFailing());
        }
        doubt(before.door(), after.door(), Contact.DOOR, events);
        doubt(before.power(), after.power(), Contact.POWER, events);
        return lock(door(before, after, now, events), now, events);
    }

    private static void doubt(
            Debounce before, Debounce after, Contact contact, List<CabinetEvent> events) {
        if (after.isDoubtful() && !before.isDoubtful()) {
            events.add(new CabinetEvent.ContactDoubtful(contact));
        }
    }

    private CabinetState door(
            CabinetState before, CabinetState after, long now, List<CabinetEvent> events) {
        boolean isClosed = after.door().level();
        CabinetState next = after;
        if (before.door().level() != isClosed) {
            events.add(isClosed ? new CabinetEvent.DoorClosed() : new CabinetEvent.DoorOpened());
            next = after.doorOpenSince(isClosed ? Long.MAX_VALUE : after.door().rawSinceMillis());
        }
        long since = next.doorOpenSinceMillis();
        if (since != Long.MAX_VALUE && now - since >= settings.leftOpenMillis()) {
            events.add(new CabinetEvent.DoorLeftOpen(now - since));
            next = next.doorOpenSince(Long.MAX_VALUE);
        }
        return next;
    }

    private CabinetState lock(CabinetState state, long now, List<CabinetEvent> events) {
        LockPulse lock = state.lock();
        if (lock.stage() == LockPulse.Stage.IDLE) {
            return state;
        }
        if (!state.door().level()) {
            events.add(new CabinetEvent.LockUsed(lock.commandNumber()));
            return state.with(lock.in(LockPulse.Stage.IDLE));
        }
        LockPulse next = lock.at(now, settings);
        if (next.stage() == LockPulse.Stage.IDLE) {
            events.add(new CabinetEvent.LockNotUsed(lock.commandNumber()));
        }
        return state.with(next);
    }
}
