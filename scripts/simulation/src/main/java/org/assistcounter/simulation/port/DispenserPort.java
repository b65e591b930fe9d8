package org.assistcounter.simulation.port;

import java.util.function.Consumer;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
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
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long TURN_MILLIS = 15_000;
    private static final long CHECK_MILLIS = 3_000;
    private static final long SAID_MILLIS = 2_500;

    private final World world;
    private final Line line;
    private final Dispenser board;
    private final Consumer<DispenserEvent> ears;
    private SelfTest known = SelfTest.UNKNOWN;
    private @Nullable MotorTurn turn;
    private boolean isReady;
    private boolean isNumberKnown;
    private boolean isLost;

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
        isNumberKnown = false;
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
        MotorTurn open = turn;
        if (open != null && open.stage != MotorTurn.Stage.WAITING) {
            end(open, open.evidence(SelfTest.UNKNOWN));
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
                MotorTurn next = new MotorTurn(motor, known, world.nowMillis());
                turn = next;
                limit(next, MotorTurn.Stage.WAITING, WAITING_MILLIS);
                line.later(silence() + HEARD_MILLIS, () -> drive(next));
            }
        }
    }

    /** The turn's time is over at this stage, whatever becomes of the line. */
    private void limit(MotorTurn open, MotorTurn.Stage stage, long millis) {
        world.at(
                world.nowMillis() + millis,
                () -> {
                    if (turn == open && isUp(open.stage, stage)) {
                        end(open, open.evidence(SelfTest.UNKNOWN));
                        silenced();
                    }
                });
    }

    /** What was sent and what was started have one time together. */
    private static boolean isUp(MotorTurn.Stage now, MotorTurn.Stage limited) {
        return now == limited
                || (limited == MotorTurn.Stage.SENT && now == MotorTurn.Stage.STARTED);
    }

    private void drive(MotorTurn open) {
        boolean isPatient =
                isNumberKnown && world.nowMillis() - open.sinceMillis >= PATIENCE_MILLIS;
        if (turn != open || open.stage != MotorTurn.Stage.WAITING || (!isReady && !isPatient)) {
            return;
        }
        if (silence() > 0) {
            line.later(silence() + HEARD_MILLIS, () -> drive(open));
            return;
        }
        open.stage = MotorTurn.Stage.SENT;
        open.sensorBefore = known;
        limit(open, MotorTurn.Stage.SENT, TURN_MILLIS);
        board.drive(open.selection);
        if (silence() == 0) {
            line.later(ANSWER_MILLIS, () -> started(open));
        }
    }

    private void started(MotorTurn open) {
        if (turn == open && open.stage == MotorTurn.Stage.SENT) {
            open.stage = MotorTurn.Stage.STARTED;
            ears.accept(new DispenserEvent.TurnStarted(open.number));
        }
    }

    /** The motor runs, and the board says so. */
    void saysDispensing(int selection) {
        MotorTurn open = turn;
        if (open != null && open.selection == selection) {
            heard(() -> started(open));
        }
    }

    /** The board says how the turn ended; before it is known to have begun that is another one. */
    void says(int selection, Dispenser.End end) {
        MotorTurn open = turn;
        if (open != null && open.selection == selection) {
            heard(() -> {
                if (turn == open && open.stage == MotorTurn.Stage.STARTED) {
                    open.stage = MotorTurn.Stage.CHECKING;
                    open.end = end;
                    limit(open, MotorTurn.Stage.CHECKING, CHECK_MILLIS);
                    check(open);
                }
            });
        }
    }

    /** What is said into a silence is said again for a while. */
    private void heard(Runnable action) {
        heard(world.nowMillis() + SAID_MILLIS, action);
    }

    private void heard(long untilMillis, Runnable action) {
        if (world.nowMillis() + silence() <= untilMillis) {
            line.later(
                    silence() + HEARD_MILLIS,
                    () -> {
                        if (silence() > 0) {
                            heard(untilMillis, action);
                        } else {
                            action.run();
                        }
                    });
        }
    }

    private void check(MotorTurn open) {
        line.later(
                silence() + POLL_MILLIS,
                () -> {
                    if (turn == open && silence() > 0) {
                        check(open);
                    } else if (turn == open) {
                        news();
                        end(open, open.evidence(known));
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
        isNumberKnown = true;
        if (!isReady || known != board.sensor()) {
            isReady = true;
            known = board.sensor();
            ears.accept(new DispenserEvent.BoardReady(known));
        }
        MotorTurn open = turn;
        if (open != null && open.stage == MotorTurn.Stage.WAITING) {
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
                    MotorTurn open = turn;
                    boolean isTurning = open != null && open.stage != MotorTurn.Stage.WAITING;
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
                    MotorTurn open = turn;
                    boolean isTurning = open != null && open.stage != MotorTurn.Stage.WAITING;
                    if (silence() > 0 && !isTurning) {
                        lose("no poll for 3000 ms");
                    }
                });
        line.later(silence() + FIRST_TEST_MILLIS, this::tested);
    }

    void noise() {
        line.later(
                silence() + HEARD_MILLIS,
                () -> {
                    if (silence() > 0) {
                        noise();
                    } else {
                        ears.accept(new DispenserEvent.Garbled("55FA007E", "noise"));
                    }
                });
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

    private void end(MotorTurn open, TurnEvidence evidence) {
        turn = null;
        ears.accept(new DispenserEvent.TurnEnded(open.number, evidence));
    }
}
