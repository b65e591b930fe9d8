package org.assistcounter.devices.cabinet;

/** What the owner asks of a cabinet. */
public sealed interface CabinetCommand {

    /** Release the door lock for a moment. The number comes back with what became of it. */
    record ReleaseLock(long commandNumber) implements CabinetCommand {}

    /** Opening hours have begun or are over; outside them only an open door is lit. */
    record SetOpening(boolean isOpen) implements CabinetCommand {}
}
