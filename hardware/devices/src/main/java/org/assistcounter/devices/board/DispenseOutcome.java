package org.assistcounter.devices.board;

import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;

/**
 * What a status of 04 shows (protocol §4.3.3). Only the codes named here end a turn; all others are
 * progress. With the drop sensor enabled 02 means home and drop; FF means that the board turned,
 * gave the extra part-turn it is set to, and saw nothing fall. With an elevator in trouble the item
 * may be in it, so nothing is known.
 */
final class DispenseOutcome {

    static final int DISPENSING = 0x01;
    static final int SUCCESS = 0x02;
    static final int JAMMED = 0x03;
    static final int MOTOR_DOES_NOT_STOP = 0x04;
    static final int MOTOR_ABSENT = 0x06;
    static final int TERMINATED = 0xFF;

    private static final int ELEVATOR_ERROR = 0x07;
    private static final int ELEVATOR_UP_ERROR = 0x12;
    private static final int ELEVATOR_DOWN_ERROR = 0x13;

    private DispenseOutcome() {}

    static boolean isFinal(int status) {
        return switch (status) {
            case SUCCESS, JAMMED, MOTOR_DOES_NOT_STOP, MOTOR_ABSENT, TERMINATED -> true;
            case ELEVATOR_ERROR, ELEVATOR_UP_ERROR, ELEVATOR_DOWN_ERROR -> true;
            default -> false;
        };
    }

    static Home home(int status) {
        return switch (status) {
            case SUCCESS, TERMINATED -> Home.RETURNED;
            case JAMMED, MOTOR_DOES_NOT_STOP, MOTOR_ABSENT -> Home.NOT_RETURNED;
            default -> Home.UNKNOWN;
        };
    }

    static Drop drop(int status) {
        return switch (status) {
            case SUCCESS -> Drop.SEEN;
            case JAMMED, MOTOR_ABSENT, TERMINATED -> Drop.NOT_SEEN;
            default -> Drop.UNKNOWN;
        };
    }
}
