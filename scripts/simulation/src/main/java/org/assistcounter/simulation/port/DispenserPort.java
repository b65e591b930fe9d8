package org.assistcounter.simulation.port;

import java.util.function.Consumer;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A life's end of a dispenser: which event the shipped driver tells of a turn, at its times. A turn
 * waits three seconds for a board that listens, then fifteen for its end, then three for a
 * self-test. A word that nobody acknowledges is said for two and a half seconds and no longer.
 */
final class DispenserPort implements Port<DispenserCommand> {
    private static final long POLL_MILLIS = 500;
    private static final long HEARD_MILLIS = 250;
    private static final long ANSWER_MILLIS = 4;
    private static final long FIRST_TEST_MILLIS = 750;
    private static final long TEST_EVERY_MILLIS = 2_000;
    private static final long SILENCE_MILLIS = 3_000;
    private static final long WAITING_MILLIS = 3_000;
    private static final long TURN_MILLIS = 15_000;
    private static final long CHECK_MILLIS = 3_000;
    private static final long SAID_MILLIS = 2_500;
    private static final int NO_STATUS = -1;

    private final World world;
    private final Line line;
    private final Dispenser board;
    private final Consumer<DispenserEvent> ears;
    private SelfTest known = SelfTest.UNKNOWN;
    private @Nullable Turn turn;
    private boolean isReady;
    private boolean isLost;

    /** How far a turn is. */
    private enum Stage {
        WAITING,
        SENT,
        STARTED,
        CHECKING
    }

    private static final class Turn {
        private final long number;
        private final int selection;
        private final SelfTest sensorAtCommand;
        private SelfTest sensorBefore;
        private Stage stage = Stage.WAITING;
        private Dispenser.@Nullable End end;

        Turn(DispenserCommand.TurnMotor command, SelfTest sensor) {
            this.number = command.commandNumber();
            this.selection = command.selection();
            this.sensorAtCommand = sensor;
            this.sensorBefore = sensor;
        }
    }

    DispenserPort(World world, Dispenser board, Consumer<DispenserEvent> ears) {
        this.world = world;
        this.line = new Line(world);
        this.board = board;
        this.ears = ears;
    }

    @Override
    public void connect() {
        line.open();
        board.join(this);
        isLost = false;
        line.later(silence() + FIRST_TEST_MILLIS, this::tested);
        silenced();
    }

    @Override
    public void cut() {
        if (!line.isOpen()) {
            return;
        }
        line.cut();
        board.join(null);
        Turn open = turn;
        if (open != null && open.stage != Stage.WAITING) {
            end(open, evidence(open, SelfTest.UNKNOWN));
        }
        lose("the line is gone");
    }

    @Override
    public void command(DispenserCommand command) {
        switch (command) {
            case DispenserCommand.TurnMotor motor -> {
                if (turn != null) {
                    throw new IllegalStateException("one turn at a time: " + command);
                }
                Turn next = new Turn(motor, known);
                turn = next;
                limit(next, Stage.WAITING, WAITING_MILLIS);
                line.later(silence() + HEARD_MILLIS, () -> drive(next));
            }
        }
    }

    /** The turn's time is over at this stage, whatever becomes of the line. */
    private void limit(Turn open, Stage stage, long millis) {
        world.at(
                world.nowMillis() + millis,
                () -> {
                    if (turn == open && isUp(open.stage, stage)) {
                        end(open, evidence(open, SelfTest.UNKNOWN));
                        silenced();
                    }
                });
    }

    /** What was sent and what was started have one time together. */
    private static boolean isUp(Stage now, Stage limited) {
        return now == limited || (limited == Stage.SENT && now == Stage.STARTED);
    }

    private void drive(Turn open) {
        if (turn != open || open.stage != Stage.WAITING || !isReady) {
            return;
        }
        if (silence() > 0) {
            line.later(silence() + HEARD_MILLIS, () -> drive(open));
            return;
        }
        open.stage = Stage.SENT;
        open.sensorBefore = known;
        limit(open, Stage.SENT, TURN_MILLIS);
        board.drive(open.selection);
        if (silence() == 0) {
            line.later(ANSWER_MILLIS, () -> started(open));
        }
    }

    private void started(Turn open) {
        if (turn == open && open.stage == Stage.SENT) {
            open.stage = Stage.STARTED;
            ears.accept(new DispenserEvent.TurnStarted(open.number));
        }
    }

    /** The motor runs, and the board says so. */
    void saysDispensing(int selection) {
        Turn open = turn;
        if (open != null && open.selection == selection) {
            heard(() -> started(open));
        }
    }

    /** The board says how the turn ended; before it is known to have begun that is another one. */
    void says(int selection, Dispenser.End end) {
        Turn open = turn;
        if (open != null && open.selection == selection) {
            heard(() -> {
                if (turn == open && open.stage == Stage.STARTED) {
                    open.stage = Stage.CHECKING;
                    open.end = end;
                    limit(open, Stage.CHECKING, CHECK_MILLIS);
                    check(open);
                }
            });
        }
    }

    /** What is said into a silence is said again for a while. */
    private void heard(Runnable action) {
        long silence = silence();
        if (silence <= SAID_MILLIS) {
            line.later(silence + HEARD_MILLIS, action);
        }
    }

    private void check(Turn open) {
        line.later(
                silence() + POLL_MILLIS,
                () -> {
                    if (turn == open && silence() > 0) {
                        check(open);
                    } else if (turn == open) {
                        news();
                        end(open, evidence(open, known));
                    }
                });
    }

    /** The self-test after the line has opened, or after a silence. */
    private void tested() {
        if (silence() > 0) {
            line.later(silence() + FIRST_TEST_MILLIS, this::tested);
            return;
        }
        isLost = false;
        if (!isReady || known != board.sensor()) {
            isReady = true;
            known = board.sensor();
            ears.accept(new DispenserEvent.BoardReady(known));
        }
        Turn open = turn;
        if (open != null && open.stage == Stage.WAITING) {
            line.later(POLL_MILLIS, () -> drive(open));
        }
    }

    private void news() {
        if (isReady && known != board.sensor()) {
            known = board.sensor();
            ears.accept(new DispenserEvent.BoardReady(known));
        }
    }

    /** The next self-test says it; while a motor turns there is none. */
    void sensorChanged() {
        line.later(
                TEST_EVERY_MILLIS,
                () -> {
                    Turn open = turn;
                    boolean isTurning = open != null && open.stage != Stage.WAITING;
                    if (isTurning || silence() > 0) {
                        sensorChanged();
                    } else {
                        news();
                    }
                });
    }

    /** While a motor turns the turn's own limit decides. */
    void silenced() {
        if (!line.isOpen() || silence() == 0) {
            return;
        }
        line.later(
                Math.min(silence(), SILENCE_MILLIS),
                () -> {
                    Turn open = turn;
                    boolean isTurning = open != null && open.stage != Stage.WAITING;
                    if (silence() > 0 && !isTurning) {
                        lose("no poll for 3000 ms");
                    }
                });
        line.later(silence() + FIRST_TEST_MILLIS, this::tested);
    }

    void noise() {
        line.later(
                HEARD_MILLIS,
                () -> ears.accept(new DispenserEvent.Garbled("55FA007E", "noise")));
    }

    private long silence() {
        return Math.max(0, board.silentUntilMillis() - world.nowMillis());
    }

    private void lose(String reason) {
        if (!isLost) {
            ears.accept(new DispenserEvent.BoardLost(reason));
        }
        isLost = true;
        isReady = false;
        known = SelfTest.UNKNOWN;
    }

    private void end(Turn open, TurnEvidence evidence) {
        turn = null;
        ears.accept(new DispenserEvent.TurnEnded(open.number, evidence));
    }

    private static TurnEvidence evidence(Turn open, SelfTest after) {
        if (open.stage == Stage.WAITING) {
            return new TurnEvidence(
                    Home.NOT_RETURNED,
                    Drop.NOT_SEEN,
                    open.sensorAtCommand,
                    open.sensorAtCommand,
                    NO_STATUS);
        }
        Dispenser.End end = open.end;
        if (end == null) {
            return TurnEvidence.lost(open.sensorBefore);
        }
        return new TurnEvidence(
                switch (end) {
                    case SUCCESS, TERMINATED -> Home.RETURNED;
                    case JAMMED, MOTOR_ABSENT -> Home.NOT_RETURNED;
                },
                end == Dispenser.End.SUCCESS ? Drop.SEEN : Drop.NOT_SEEN,
                open.sensorBefore,
                after,
                end.status());
    }
}
