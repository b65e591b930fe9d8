package org.assistcounter.devices.dispenser;

/** What a dispenser tells its owner. */
public sealed interface DispenserEvent {

    /** The board answers; this is what its latest self-test says of the drop sensor. */
    record BoardReady(SelfTest sensor) implements DispenserEvent {}

    /** The board is silent or its line is gone; a turn under way has no known outcome. */
    record BoardLost(String reason) implements DispenserEvent {}

    /** The board has the command and the motor turns. */
    record TurnStarted(long commandNumber) implements DispenserEvent {}

    /** The turn is over. */
    record TurnEnded(long commandNumber, TurnEvidence evidence) implements DispenserEvent {}

    /** Bytes that are no message. They were not acted on. */
    record Garbled(String hex, String reason) implements DispenserEvent {}
}
