package org.assistcounter.devices.spiral;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.spiral.ExpanderMessage.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Drives one motor of the matrix at a time and watches it every 50 ms. Before each sample it asks
 * for the directions: an expander that lost power has forgotten them, has switched all off by that,
 * and is set up again with everything off. When a sample does not come in 200 ms in a turn, the
 * motor is switched off and the evidence is lost. Off is said again with every setup and sample
 * while no motor should turn.
 */
public final class SpiralMatrix implements LineDriver<DispenserCommand, DispenserEvent> {

    private static final long SAMPLE_MILLIS = 50;
    private static final long IDLE_MILLIS = 1_000;
    private static final long ANSWER_MILLIS = 200;
    private static final long SILENCE_MILLIS = 3_000;

    private final ExpanderMessage.Reader reader = new ExpanderMessage.Reader();
    private final List<byte[]> sends = new ArrayList<>();
    private final List<DispenserEvent> events = new ArrayList<>();
    private @Nullable SpiralTurn turn;
    private SelfTest sensor = SelfTest.UNKNOWN;
    private boolean isOpen;
    private boolean isSetUp;
    private long askAt = Long.MAX_VALUE;
    private long heardAt;

    @Override
    public LineOutput<DispenserEvent> opened(long nowMillis) {
        isOpen = true;
        heardAt = nowMillis;
        reader.forget();
        setUp();
        ask(nowMillis);
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> closed(long nowMillis) {
        isOpen = false;
        SpiralTurn under = turn;
        if (under != null && under.wasOn()) {
            end(under, under.lost());
        }
        lose("the line is gone");
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> received(byte[] bytes, long nowMillis) {
        ExpanderMessage.Readings readings = reader.received(bytes);
        if (!readings.noise().isEmpty()) {
            events.add(new DispenserEvent.Garbled(readings.noise(), "no register"));
        }
        for (ExpanderMessage message : readings.messages()) {
            if (message.kind() == Kind.ANSWER) {
                answered(message.register(), message.value(), nowMillis);
            }
        }
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> commanded(DispenserCommand command, long nowMillis) {
        switch (command) {
            case DispenserCommand.TurnMotor(long number, int selection) -> {
                if (turn != null) {
                    throw new IllegalStateException("One turn at a time: " + command);
                }
                if (selection < 0 || selection >= MatrixPins.SELECTIONS) {
                    throw new IllegalArgumentException("No such selection: " + selection);
                }
                turn = new SpiralTurn(number, selection, sensor, nowMillis);
                if (isOpen) {
                    outputs();
                    ask(nowMillis);
                }
            }
        }
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> elapsed(long nowMillis) {
        SpiralTurn under = turn;
        if (under != null && under.wasOn() && nowMillis >= heardAt + ANSWER_MILLIS) {
            end(under, under.lost());
        } else if (under != null && nowMillis >= under.timeoutAt()) {
            boolean isOver = under.timedOut(nowMillis);
            outputs();
            if (isOver) {
                end(under, under.evidence());
            }
        }
        if (isOpen && sensor != SelfTest.UNKNOWN && nowMillis >= heardAt + SILENCE_MILLIS) {
            lose("no answer for " + SILENCE_MILLIS + " ms");
        }
        if (isOpen && nowMillis >= askAt) {
            ask(nowMillis);
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        SpiralTurn under = turn;
        long limit = Long.MAX_VALUE;
        if (under != null) {
            limit = under.timeoutAt();
            limit = under.wasOn() ? Math.min(limit, heardAt + ANSWER_MILLIS) : limit;
        }
        if (!isOpen) {
            return limit;
        }
        long silence = sensor == SelfTest.UNKNOWN ? Long.MAX_VALUE : heardAt + SILENCE_MILLIS;
        return Math.min(limit, Math.min(askAt, silence));
    }

    private void answered(int register, int value, long now) {
        if (register == MatrixPins.IODIRB) {
            isSetUp = value == MatrixPins.INPUTS_OF_B;
            if (!isSetUp) {
                forgotten();
            }
        } else if (register == MatrixPins.GPIOB && isSetUp) {
            heardAt = now;
            sampled(value, now);
        }
    }

    /** The expander lost power, and with it whatever turned. */
    private void forgotten() {
        SpiralTurn under = turn;
        if (under != null && under.wasOn()) {
            end(under, under.lost());
        }
        setUp();
    }

    private void sampled(int levels, long now) {
        SelfTest said = SpiralTurn.sensor(levels);
        if (said != sensor) {
            sensor = said;
            events.add(new DispenserEvent.BoardReady(said));
        }
        SpiralTurn under = turn;
        if (under == null) {
            return;
        }
        boolean wasOn = under.wasOn();
        boolean isOver = under.sampled(levels, now);
        if (under.wasOn() && !wasOn) {
            events.add(new DispenserEvent.TurnStarted(under.commandNumber));
        }
        outputs();
        if (isOver) {
            end(under, under.evidence());
        }
    }

    private void ask(long now) {
        if (turn == null) {
            outputs();
        }
        say(Kind.READ, MatrixPins.IODIRB, 0);
        say(Kind.READ, MatrixPins.GPIOB, 0);
        askAt = now + (turn == null ? IDLE_MILLIS : SAMPLE_MILLIS);
    }

    /** Off first, then the directions: an output never begins with an old level. */
    private void setUp() {
        isSetUp = false;
        say(Kind.WRITE, MatrixPins.OLATB, 0);
        say(Kind.WRITE, MatrixPins.OLATA, 0);
        say(Kind.WRITE, MatrixPins.IODIRA, 0);
        say(Kind.WRITE, MatrixPins.IODIRB, MatrixPins.INPUTS_OF_B);
    }

    /** The motor is off while the address changes, so that no second one turns for a moment. */
    private void outputs() {
        SpiralTurn under = turn;
        if (under == null) {
            say(Kind.WRITE, MatrixPins.OLATB, 0);
            say(Kind.WRITE, MatrixPins.OLATA, 0);
            return;
        }
        int column = MatrixPins.column(under.selection);
        if (!under.isMotorOn()) {
            say(Kind.WRITE, MatrixPins.OLATB, column);
            say(Kind.WRITE, MatrixPins.OLATA, MatrixPins.row(under.selection));
        } else {
            say(Kind.WRITE, MatrixPins.OLATB, column | MatrixPins.MOTOR_ON);
        }
    }

    private void lose(String reason) {
        if (sensor != SelfTest.UNKNOWN) {
            events.add(new DispenserEvent.BoardLost(reason));
        }
        sensor = SelfTest.UNKNOWN;
    }

    private void end(SpiralTurn under, TurnEvidence evidence) {
        events.add(new DispenserEvent.TurnEnded(under.commandNumber, evidence));
        turn = null;
        outputs();
    }

    private void say(Kind kind, int register, int value) {
        sends.add(new ExpanderMessage(kind, register, value).bytes());
    }

    private LineOutput<DispenserEvent> output() {
        if (!isOpen) {
            sends.clear();
        }
        return LineOutput.drained(sends, events);
    }
}
