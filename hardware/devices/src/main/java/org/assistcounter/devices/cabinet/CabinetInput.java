package org.assistcounter.devices.cabinet;

/** What a cabinet's control is told. */
public sealed interface CabinetInput {

    /** The contacts were read. */
    record Sampled(CabinetLevels levels) implements CabinetInput {}

    /** The owner commands. */
    record Commanded(CabinetCommand command) implements CabinetInput {}

    /** The contacts cannot be read any more. */
    record Lost(String reason) implements CabinetInput {}

    /** The deadline has passed. */
    record Elapsed() implements CabinetInput {}
}
