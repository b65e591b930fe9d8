package org.assistcounter.devices.modbus;

import java.util.Arrays;
import java.util.Optional;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;

/** What a motor board says of its last command; the code is the value of the register. */
public enum MotorState {
    IDLE(0, Home.UNKNOWN, Drop.UNKNOWN),
    RUNNING(1, Home.UNKNOWN, Drop.UNKNOWN),
    DELIVERED(2, Home.RETURNED, Drop.SEEN),
    NOTHING_FELL(3, Home.RETURNED, Drop.NOT_SEEN),
    JAMMED(4, Home.NOT_RETURNED, Drop.NOT_SEEN),
    FELL_WITHOUT_HOME(5, Home.NOT_RETURNED, Drop.SEEN),
    MOTOR_ABSENT(6, Home.NOT_RETURNED, Drop.NOT_SEEN);

    private final int code;
    private final Home home;
    private final Drop drop;

    MotorState(int code, Home home, Drop drop) {
        this.code = code;
        this.home = home;
        this.drop = drop;
    }

    Home home() {
        return home;
    }

    Drop drop() {
        return drop;
    }

    /** Whether nothing is under way. */
    public boolean isOver() {
        return this != RUNNING;
    }

    /** The register's value. */
    public int code() {
        return code;
    }

    /** The state of a register's value; empty when it is none of ours. */
    static Optional<MotorState> of(int code) {
        return Arrays.stream(values()).filter(state -> state.code == code).findFirst();
    }
}
