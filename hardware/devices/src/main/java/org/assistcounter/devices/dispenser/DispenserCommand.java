package org.assistcounter.devices.dispenser;

/** What a sale asks of a dispenser. */
public sealed interface DispenserCommand {

    /** Turn one slot's motor once. The number comes back with everything that concerns the turn. */
    record TurnMotor(long commandNumber, int selection) implements DispenserCommand {}
}
