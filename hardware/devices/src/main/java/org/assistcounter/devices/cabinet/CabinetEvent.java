package org.assistcounter.devices.cabinet;

/** What a cabinet tells its owner. All contacts are debounced. */
public sealed interface CabinetEvent {

    /** The contacts are read again; this is what they say. */
    record CabinetReady(boolean isDoorClosed, boolean isPowerGood) implements CabinetEvent {}

    /** The contacts cannot be read. Whether a released lock was used is not known. */
    record CabinetLost(String reason) implements CabinetEvent {}

    /** The door is open, by the lock or by force. */
    record DoorOpened() implements CabinetEvent {}

    /** The door is closed again. */
    record DoorClosed() implements CabinetEvent {}

    /** The door has been open for too long. Told once for each opening. */
    record DoorLeftOpen(long forMillis) implements CabinetEvent {}

    /** The lock is released. */
    record LockReleased(long commandNumber) implements CabinetEvent {}

    /** The door was opened after the lock was released. */
    record LockUsed(long commandNumber) implements CabinetEvent {}

    /** The lock was released and the door stayed closed, or its switch is stuck. */
    record LockNotUsed(long commandNumber) implements CabinetEvent {}

    /** The lock was not released. */
    record ReleaseRefused(long commandNumber, Refusal refusal) implements CabinetEvent {}

    /** The mains is failing: what remains lasts for a moment only. Lock and light are off. */
    record PowerFailing() implements CabinetEvent {}

    /** The mains is back and has stayed. */
    record PowerReturned() implements CabinetEvent {}

    /** A contact does not come to rest. Its last settled level is what we go by. */
    record ContactDoubtful(Contact contact) implements CabinetEvent {}

    /** A byte that is no level. It was not acted on. */
    record Garbled(String hex) implements CabinetEvent {}

    /** The contacts that are read. */
    enum Contact {
        DOOR,
        POWER
    }

    /** Why a lock is not released. */
    enum Refusal {
        /** The contacts are not known. */
        CABINET_LOST,
        /** There is nothing to release. */
        DOOR_IS_OPEN,
        /** Another release is under way. */
        BUSY,
        /** The coil has to cool. */
        COOLING,
        /** What energy is left is for the disk. */
        POWER_FAILING
    }
}
