package org.assistcounter.devices.board;

/**
 * What board and counter say to each other ("VMC - Upper Computer Communication Protocol", §3 and
 * §4.3): what driving a motor and knowing how it ended needs. Selections are the shelf's numbers.
 */
public sealed interface BoardMessage {

    /** 41, board: is there anything? */
    record Poll() implements BoardMessage {}

    /** 42, both: taken. */
    record Ack() implements BoardMessage {}

    /** 06, counter: turn this selection's motor, with or without watching the drop sensor. */
    record DriveDirectly(int packNumber, boolean dropSensor, boolean elevator, int selection)
            implements BoardMessage {}

    /** 04, board: how a turn is going or how it ended. */
    record DispenseStatus(int packNumber, int status, int selection) implements BoardMessage {}

    /** 53, counter: how are you? */
    record StatusRequest(int packNumber) implements BoardMessage {}

    /** 54, board: 0 is normal. */
    record MachineStatus(int packNumber, int status) implements BoardMessage {}

    /** Anything else the board reports; taken note of and acknowledged, nothing more. */
    record Other(int command, int packNumber) implements BoardMessage {}
}
