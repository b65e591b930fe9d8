package org.assistcounter.devices.cabinet;

import org.assistcounter.devices.cabinet.Debounce.Rest;

/**
 * All that a cabinet's control knows, as a value.
 *
 * @param isKnown whether the contacts are being read
 * @param isOpening whether it is opening hours
 * @param doorOpenSinceMillis Long.MAX_VALUE while it is closed or its being open too long was told
 */
public record CabinetState(
        boolean isKnown,
        boolean isOpening,
        Debounce door,
        Debounce power,
        LockPulse lock,
        long doorOpenSinceMillis) {

    private static final Rest DOOR = new Rest(100, 50);
    // A hold-up of a tenth of a second is common: a failing mains is told in 20 ms.
    private static final Rest POWER = new Rest(2_000, 20);

    /** Nothing read yet, outside opening hours. */
    public static final CabinetState UNKNOWN =
            new CabinetState(
                    false,
                    false,
                    Debounce.settled(false, DOOR),
                    Debounce.settled(true, POWER),
                    LockPulse.NEVER,
                    Long.MAX_VALUE);

    /** What is to be switched on. A failing mains leaves its energy to the disk. */
    public CabinetOutputs outputs() {
        if (!isKnown || !power.level()) {
            return CabinetOutputs.OFF;
        }
        boolean isReleased = lock.stage() == LockPulse.Stage.RELEASED;
        return new CabinetOutputs(isReleased, isOpening || !door.level());
    }

    CabinetState first(CabinetLevels levels, long now) {
        boolean isClosed = levels.isDoorClosed();
        return new CabinetState(
                true,
                isOpening,
                Debounce.settled(isClosed, DOOR),
                Debounce.settled(levels.isPowerGood(), POWER),
                lock,
                isClosed ? Long.MAX_VALUE : now);
    }

    CabinetState read(CabinetLevels levels, long now) {
        return with(door.read(levels.isDoorClosed(), now), power.read(levels.isPowerGood(), now));
    }

    CabinetState at(long now) {
        return with(door.at(now), power.at(now));
    }

    CabinetState lost() {
        return new CabinetState(
                false, isOpening, door, power, lock.in(LockPulse.Stage.IDLE), Long.MAX_VALUE);
    }

    CabinetState with(LockPulse next) {
        return new CabinetState(isKnown, isOpening, door, power, next, doorOpenSinceMillis);
    }

    CabinetState opening(boolean next) {
        return new CabinetState(isKnown, next, door, power, lock, doorOpenSinceMillis);
    }

    CabinetState doorOpenSince(long millis) {
        return new CabinetState(isKnown, isOpening, door, power, lock, millis);
    }

    private CabinetState with(Debounce nextDoor, Debounce nextPower) {
        return new CabinetState(isKnown, isOpening, nextDoor, nextPower, lock, doorOpenSinceMillis);
    }
}
