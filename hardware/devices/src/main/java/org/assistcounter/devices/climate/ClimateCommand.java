package org.assistcounter.devices.climate;

/** What is asked of a cooled compartment's line. */
public sealed interface ClimateCommand {

    /** The cabinet's door, which another line knows. */
    record DoorIs(boolean isOpen) implements ClimateCommand {}
}
