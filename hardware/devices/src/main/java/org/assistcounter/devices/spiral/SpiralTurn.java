package org.assistcounter.devices.spiral;

import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;

/**
 * One turn: CHECKING (addressed, motor off, must be home) -> LEAVING (on, must leave home in 1 s)
 * -> RETURNING (must be home again in 4 s) -> SETTLING (off, a good may still fall). A limit that
 * passes or too much current goes to SETTLING too, so a motor never runs on.
 */
final class SpiralTurn {

    /** How far a turn is. */
    enum Stage {
        CHECKING,
        LEAVING,
        RETURNING,
        SETTLING
    }

    /** What ended it, as the board status of its evidence. */
    enum End {
        WELL(0),
        NOT_HOME(1),
        STUCK_HOME(2),
        STUCK_NOT_HOME(3),
        OVER_CURRENT(4);

        private final int code;

        End(int code) {
            this.code = code;
        }
    }

    private static final long CHECKING_MILLIS = 3_000;
    private static final long LEAVING_MILLIS = 1_000;
    private static final long RETURNING_MILLIS = 4_000;
    private static final long SETTLING_MILLIS = 500;
    private static final int NO_STATUS = -1;

    final long commandNumber;
    final int selection;
    private final SelfTest atCommand;
    private SelfTest sensorBefore = SelfTest.UNKNOWN;
    private SelfTest sensorAfter = SelfTest.UNKNOWN;
    private Stage stage = Stage.CHECKING;
    private End end = End.WELL;
    private long limitAt;
    private boolean isDropSeen;
    private boolean wasOn;

    SpiralTurn(long commandNumber, int selection, SelfTest atCommand, long now) {
        this.commandNumber = commandNumber;
        this.selection = selection;
        this.atCommand = atCommand;
        this.limitAt = now + CHECKING_MILLIS;
    }

    boolean isMotorOn() {
        return stage == Stage.LEAVING || stage == Stage.RETURNING;
    }

    boolean wasOn() {
        return wasOn;
    }

    /** When a time-out is due; SETTLING ends with a sample after its time, not by itself. */
    long timeoutAt() {
        return stage == Stage.SETTLING ? Long.MAX_VALUE : limitAt;
    }

    /** The levels of port B; true when the turn is over. */
    boolean sampled(int levels, long now) {
        boolean isHome = (levels & MatrixPins.HOME) != 0;
        sensorAfter = sensor(levels);
        isDropSeen |= wasOn && (levels & MatrixPins.DROP) != 0;
        if (isMotorOn() && (levels & MatrixPins.OVER_CURRENT) != 0) {
            settle(End.OVER_CURRENT, now);
            return false;
        }
        switch (stage) {
            case CHECKING -> {
                sensorBefore = sensorAfter;
                if (!isHome) {
                    end = End.NOT_HOME;
                    return true;
                }
                enter(Stage.LEAVING, now + LEAVING_MILLIS);
                wasOn = true;
            }
            case LEAVING -> {
                if (!isHome) {
                    enter(Stage.RETURNING, now + RETURNING_MILLIS);
                }
            }
            case RETURNING -> {
                if (isHome) {
                    settle(End.WELL, now);
                }
            }
            case SETTLING -> {
                return now >= limitAt;
            }
        }
        return false;
    }

    /** The limit passed; true when nothing can be shown any more. */
    boolean timedOut(long now) {
        return switch (stage) {
            case CHECKING -> true;
            case LEAVING -> {
                settle(End.STUCK_HOME, now);
                yield false;
            }
            case RETURNING -> {
                settle(End.STUCK_NOT_HOME, now);
                yield false;
            }
            case SETTLING -> false;
        };
    }

    TurnEvidence evidence() {
        if (stage == Stage.CHECKING) {
            // The motor was never on, so the sensor had nothing to miss in between.
            boolean isSeen = end == End.NOT_HOME;
            SelfTest test = isSeen ? sensorBefore : atCommand;
            int status = isSeen ? end.code : NO_STATUS;
            return new TurnEvidence(Home.NOT_RETURNED, Drop.NOT_SEEN, test, test, status);
        }
        return new TurnEvidence(
                end == End.WELL ? Home.RETURNED : Home.NOT_RETURNED,
                isDropSeen ? Drop.SEEN : Drop.NOT_SEEN,
                sensorBefore,
                sensorAfter,
                end.code);
    }

    TurnEvidence lost() {
        return TurnEvidence.lost(sensorBefore);
    }

    static SelfTest sensor(int levels) {
        return (levels & MatrixPins.SENSOR_GOOD) != 0 ? SelfTest.GOOD : SelfTest.BAD;
    }

    private void settle(End how, long now) {
        end = how;
        enter(Stage.SETTLING, now + SETTLING_MILLIS);
    }

    private void enter(Stage next, long limit) {
        stage = next;
        limitAt = limit;
    }
}
