package org.assistcounter.simulation.port;

import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.jspecify.annotations.Nullable;

/** One turn from its command to its evidence. */
final class MotorTurn {
    private static final int NO_STATUS = -1;

    final long number;
    final int selection;
    final long sinceMillis;
    private final SelfTest sensorAtCommand;
    SelfTest sensorBefore;
    Stage stage = Stage.WAITING;
    Dispenser.@Nullable End end;

    /** How far it is. */
    enum Stage {
        /** Nothing has been sent. */
        WAITING,
        /** It may run or not. */
        SENT,
        /** The board has it. */
        STARTED,
        /** How it ended is known; a self-test is to come. */
        CHECKING
    }

    MotorTurn(DispenserCommand.TurnMotor command, SelfTest sensor, long sinceMillis) {
        this.number = command.commandNumber();
        this.selection = command.selection();
        this.sensorAtCommand = sensor;
        this.sensorBefore = sensor;
        this.sinceMillis = sinceMillis;
    }

    /** What can be shown, with the self-test after the turn. */
    TurnEvidence evidence(SelfTest after) {
        Dispenser.End known = end;
        if (stage == Stage.WAITING) {
            return new TurnEvidence(
                    Home.NOT_RETURNED, Drop.NOT_SEEN, sensorAtCommand, sensorAtCommand, NO_STATUS);
        }
        if (known == null) {
            return TurnEvidence.lost(sensorBefore);
        }
        return new TurnEvidence(
                switch (known) {
                    case SUCCESS, TERMINATED -> Home.RETURNED;
                    case JAMMED, MOTOR_ABSENT -> Home.NOT_RETURNED;
                },
                known == Dispenser.End.SUCCESS ? Drop.SEEN : Drop.NOT_SEEN,
                sensorBefore,
                after,
                known.status());
    }
}
