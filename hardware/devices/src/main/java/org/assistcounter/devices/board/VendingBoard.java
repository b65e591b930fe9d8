package org.assistcounter.devices.board;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * Our side of a board that polls us (protocol §2: every 200 ms, answer within 100 ms). Every poll
 * is answered at once from what is prepared: a repetition, a command, or ACK.
 *
 * <p>A turn: WAITING -> 06 sent at the next poll -> SENT -> ACK or "dispensing" -> STARTED -> final
 * status -> CHECKING (53 once more) -> TurnEnded. A drive command is sent once and never again: a
 * board that lost power for a moment has forgotten the number by which it would know a repetition,
 * and would turn a second time. Sent and no final status in time: the evidence is lost, never
 * "nothing happened". Never sent: that is known, and said. The first command after a line opens is
 * always a 53: the board may have heard our next number from a process before us and would take a
 * drive command for a repetition.
 */
public final class VendingBoard implements LineDriver<DispenserCommand, DispenserEvent> {

    private static final long SILENCE_MILLIS = 3_000;
    private static final long WAITING_MILLIS = 3_000;
    private static final long SELF_TEST_PATIENCE_MILLIS = 2_000;
    private static final long TURN_MILLIS = 15_000;
    private static final long CHECK_MILLIS = 3_000;
    private static final long BROKEN_OFF_MILLIS = 100;

    private final BoardFrameReader frames = new BoardFrameReader();
    private final Outgoing outgoing = new Outgoing();
    private final SelfTestKeeper selfTest = new SelfTestKeeper();
    private final List<byte[]> sends = new ArrayList<>();
    private final List<DispenserEvent> events = new ArrayList<>();
    private @Nullable Turn turn;
    private BoardMessage.@Nullable DispenseStatus lastStatus;
    private boolean isOpen;
    private boolean isLost;
    private boolean isReady;
    private boolean numberKnown;
    private long heardAt;
    private long bytesAt;

    @Override
    public LineOutput<DispenserEvent> opened(long nowMillis) {
        isOpen = true;
        isLost = false;
        numberKnown = false;
        lastStatus = null;
        heardAt = nowMillis;
        bytesAt = nowMillis;
        frames.brokenOff();
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> closed(long nowMillis) {
        isOpen = false;
        Turn open = turn;
        if (open != null && open.stage() != Turn.Stage.WAITING) {
            end(open, SelfTest.UNKNOWN);
        }
        lose("the line is gone");
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> received(byte[] bytes, long nowMillis) {
        if (nowMillis - bytesAt > BROKEN_OFF_MILLIS) {
            frames.brokenOff().forEach(reading -> read(reading, nowMillis));
        }
        bytesAt = nowMillis;
        frames.received(bytes).forEach(reading -> read(reading, nowMillis));
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> commanded(DispenserCommand command, long nowMillis) {
        switch (command) {
            case DispenserCommand.TurnMotor(long number, int selection) -> {
                if (turn != null) {
                    throw new IllegalStateException("One turn at a time: " + command);
                }
                if (selection < 0 || selection > 0xFFFF) {
                    throw new IllegalArgumentException("No such selection: " + selection);
                }
                turn =
                        new Turn(
                                number,
                                selection,
                                selfTest.at(nowMillis),
                                nowMillis,
                                WAITING_MILLIS);
            }
        }
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> elapsed(long nowMillis) {
        Turn open = turn;
        if (open != null && nowMillis >= open.limitAt()) {
            end(open, SelfTest.UNKNOWN);
        }
        if (nowMillis >= silenceAt()) {
            lose("no poll for " + SILENCE_MILLIS + " ms");
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        Turn open = turn;
        return Math.min(open == null ? Long.MAX_VALUE : open.limitAt(), silenceAt());
    }

    /** A board may be silent while its motor turns; then the turn's own limit decides. */
    private long silenceAt() {
        boolean isTurning = turn != null && turn.stage() != Turn.Stage.WAITING;
        return !isOpen || isLost || isTurning ? Long.MAX_VALUE : heardAt + SILENCE_MILLIS;
    }

    private void lose(String reason) {
        if (!isLost) {
            events.add(new DispenserEvent.BoardLost(reason));
        }
        isLost = true;
        isReady = false;
        selfTest.forget();
        outgoing.forget();
    }

    private void read(BoardReading reading, long now) {
        switch (reading) {
            case BoardReading.Said(var message) -> {
                heardAt = now;
                isLost = false;
                heard(message, now);
            }
            case BoardReading.Unusable(var hex, var fault) ->
                    events.add(new DispenserEvent.Garbled(hex, fault.words()));
        }
    }

    private void heard(BoardMessage message, long now) {
        switch (message) {
            case BoardMessage.Poll() -> sends.add(answerToPoll(now));
            case BoardMessage.Ack() -> acknowledged();
            case BoardMessage.DispenseStatus status -> {
                acknowledge();
                if (!status.equals(lastStatus)) {
                    lastStatus = status;
                    report(status, now);
                }
            }
            case BoardMessage.MachineStatus(int ignored, int status) -> {
                acknowledge();
                tested(status, now);
            }
            case BoardMessage.Other ignored -> acknowledge();
            case BoardMessage.DriveDirectly ignored -> {}
            case BoardMessage.StatusRequest ignored -> {}
        }
    }

    private byte[] answerToPoll(long now) {
        if (outgoing.mayRepeat()) {
            byte[] again = outgoing.again();
            if (again != null) {
                return again;
            }
        }
        Turn open = turn;
        if (open != null && open.stage() == Turn.Stage.WAITING && mayDrive(open, now)) {
            open.sent(selfTest.at(now), now + TURN_MILLIS);
            return outgoing.begin(
                    new BoardMessage.DriveDirectly(
                            outgoing.takeNumber(), true, false, open.selection));
        }
        boolean isIdle = open == null || open.stage() == Turn.Stage.WAITING;
        if (open != null && open.needsCheck()) {
            open.checkAsked();
            return askForSelfTest(now);
        }
        if (isIdle && selfTest.isDue(now)) {
            return askForSelfTest(now);
        }
        return BoardCodec.encode(new BoardMessage.Ack());
    }

    private byte[] askForSelfTest(long now) {
        selfTest.asked(now);
        return outgoing.begin(new BoardMessage.StatusRequest(outgoing.takeNumber()));
    }

    private boolean mayDrive(Turn open, long now) {
        boolean isTested = selfTest.at(now) != SelfTest.UNKNOWN;
        return numberKnown && (isTested || open.waitedMillis(now) >= SELF_TEST_PATIENCE_MILLIS);
    }

    private void acknowledge() {
        sends.add(BoardCodec.encode(new BoardMessage.Ack()));
    }

    private void acknowledged() {
        BoardMessage taken = outgoing.acknowledged();
        if (taken != null) {
            numberKnown = true;
        }
        if (taken instanceof BoardMessage.DriveDirectly) {
            started();
        }
    }

    private void started() {
        Turn open = turn;
        if (open != null && open.stage() == Turn.Stage.SENT) {
            open.started();
            events.add(new DispenserEvent.TurnStarted(open.commandNumber));
        }
    }

    /** An end that is told before the command was acknowledged belongs to an older turn. */
    private void report(BoardMessage.DispenseStatus status, long now) {
        Turn open = turn;
        if (open == null || open.selection != status.selection()) {
            return;
        }
        if (status.status() == DispenseOutcome.DISPENSING && open.stage() == Turn.Stage.SENT) {
            outgoing.forget();
            started();
        } else if (DispenseOutcome.isFinal(status.status()) && open.stage() == Turn.Stage.STARTED) {
            open.ended(status.status(), now + CHECK_MILLIS);
        }
    }

    private void tested(int status, long now) {
        boolean isNews = selfTest.answered(status, now);
        if (isNews || !isReady) {
            isReady = true;
            events.add(new DispenserEvent.BoardReady(selfTest.at(now)));
        }
        Turn open = turn;
        if (open != null && open.stage() == Turn.Stage.CHECKING && open.isCheckAsked()) {
            end(open, selfTest.at(now));
        }
    }

    private void end(Turn open, SelfTest sensorAfter) {
        events.add(new DispenserEvent.TurnEnded(open.commandNumber, open.evidence(sensorAfter)));
        outgoing.forget();
        turn = null;
    }

    private LineOutput<DispenserEvent> output() {
        return LineOutput.drained(sends, events);
    }
}
