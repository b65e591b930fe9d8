package org.assistcounter.devices.board;

import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;

/** One TurnMotor from the command to its evidence. */
final class Turn {

    /** How far a turn is. */
    enum Stage {
        /** Nothing has been sent: what happened is known, namely nothing. */
        WAITING,
        /** Sent at least once, not acknowledged: it may run or not. */
        SENT,
        /** The board has it. */
        STARTED,
        /** The board said how it ended; the self-test after it is to come. */
        CHECKING
    }

    private static final int NO_STATUS = -1;

    final long commandNumber;
    final int selection;
    private final long commandedAt;
    private final SelfTest sensorAtCommand;
    private SelfTest sensorBefore;
    private Stage stage = Stage.WAITING;
    private long limitAt;
    private int boardStatus = NO_STATUS;
    private boolean checkAsked;

    Turn(long commandNumber, int selection, SelfTest sensor, long now, long limitMillis) {
        this.commandNumber = commandNumber;
        this.selection = selection;
        this.sensorAtCommand = sensor;
        this.sensorBefore = sensor;
        this.commandedAt = now;
        this.limitAt = now + limitMillis;
    }

    Stage stage() {
        return stage;
    }

    long limitAt() {
        return limitAt;
    }

    long waitedMillis(long now) {
        return now - commandedAt;
    }

    void sent(SelfTest sensor, long limit) {
        stage = Stage.SENT;
        sensorBefore = sensor;
        limitAt = limit;
    }

    void started() {
        stage = Stage.STARTED;
    }

    void ended(int status, long limit) {
        stage = Stage.CHECKING;
        boardStatus = status;
        limitAt = limit;
    }

    boolean needsCheck() {
        return stage == Stage.CHECKING && !checkAsked;
    }

    void checkAsked() {
        checkAsked = true;
    }

    boolean isCheckAsked() {
        return checkAsked;
    }

    /** What can be shown, with the self-test after the turn. */
    TurnEvidence evidence(SelfTest sensorAfter) {
        return switch (stage) {
            // The motor never got the command, so the sensor had nothing to miss in between.
            case WAITING ->
                    new TurnEvidence(
                            Home.NOT_RETURNED,
                            Drop.NOT_SEEN,
                            sensorAtCommand,
                            sensorAtCommand,
                            NO_STATUS);
            case SENT, STARTED -> TurnEvidence.lost(sensorBefore);
            case CHECKING ->
                    new TurnEvidence(
                            DispenseOutcome.home(boardStatus),
                            DispenseOutcome.drop(boardStatus),
                            sensorBefore,
                            sensorAfter,
                            boardStatus);
        };
    }
}
