package org.assistcounter.devices.modbus;

import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.jspecify.annotations.Nullable;

/** One TurnMotor from the command to its evidence: waiting -> sent -> started -> over. */
final class MotorTurn {

    private static final long WAITING_MILLIS = 3_000;
    private static final long TURN_MILLIS = 15_000;
    private static final int TICKET_MAX = 0xFFFF;
    private static final int NO_TICKET = -1;
    private static final int FRESH_TICKET = 0;
    private static final int NO_STATUS = -1;
    private static final int NOT_TAKEN_WANTED = 2;

    private final long commandNumber;
    private final int selection;
    private SelfTest sensorBefore;
    private int ticketBefore = NO_TICKET;
    private int notTaken;
    private boolean isSent;
    private boolean isStarted;
    private long limitAt;

    MotorTurn(long commandNumber, int selection, SelfTest sensor, long now) {
        this.commandNumber = commandNumber;
        this.selection = selection;
        this.sensorBefore = sensor;
        this.limitAt = now + WAITING_MILLIS;
    }

    long commandNumber() {
        return commandNumber;
    }

    int selection() {
        return selection;
    }

    long limitAt() {
        return limitAt;
    }

    boolean isSent() {
        return isSent;
    }

    /** The number of this command on the board: the one after that which it had. */
    int ticket() {
        return ticketBefore == TICKET_MAX ? 1 : ticketBefore + 1;
    }

    boolean mayBeSent() {
        return !isSent && ticketBefore != NO_TICKET;
    }

    void sent(long now) {
        isSent = true;
        limitAt = now + TURN_MILLIS;
    }

    /** True the first time. */
    boolean start() {
        boolean isFirst = !isStarted;
        isStarted = true;
        return isFirst;
    }

    boolean isTakenBy(int ticket) {
        return ticket == ticket();
    }

    /** A status before the command: the board must be at rest. */
    void seenBefore(int ticket, MotorState state, SelfTest sensor) {
        sensorBefore = sensor;
        ticketBefore = state.isOver() ? ticket : NO_TICKET;
    }

    /** A status after the command; the evidence if it settles the matter. */
    @Nullable TurnEvidence seenAfter(int ticket, MotorState state, SelfTest sensor) {
        if (ticket == ticket()) {
            boolean isOver = state.isOver() && state != MotorState.IDLE;
            return isOver
                    ? new TurnEvidence(
                            state.home(), state.drop(), sensorBefore, sensor, state.code())
                    : null;
        }
        // A board that has had no command yet looks like one that lost power after ours.
        if (ticket != ticketBefore || isStarted || ticketBefore == FRESH_TICKET) {
            return lost();
        }
        notTaken++;
        return notTaken >= NOT_TAKEN_WANTED ? notTaken() : null;
    }

    TurnEvidence atLimit() {
        return isSent ? lost() : notTaken();
    }

    TurnEvidence lost() {
        return TurnEvidence.lost(sensorBefore);
    }

    /** The motor never got the command, so the sensor had nothing to miss in between. */
    TurnEvidence notTaken() {
        return new TurnEvidence(
                Home.NOT_RETURNED, Drop.NOT_SEEN, sensorBefore, sensorBefore, NO_STATUS);
    }
}
