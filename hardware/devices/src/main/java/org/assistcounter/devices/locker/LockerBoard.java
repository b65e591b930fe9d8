package org.assistcounter.devices.locker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * Our side of a line with KR-CU16 boards. One question at a time; a selection is the board in the
 * high half of a byte and the lock in the low half. An unlock is sent once, after two fresh answers
 * that the lock is locked, and never repeated: boards that are busy open and say nothing. What
 * became of it is read from the status alone. Answers that came before their question are refused,
 * so a board that is one answer behind costs a poll and proves nothing wrong.
 */
public final class LockerBoard implements LineDriver<DispenserCommand, DispenserEvent> {

    /** How many locks one board has. */
    public static final int LOCKS = 16;

    private static final long ANSWER_MILLIS = 150;
    private static final long BUSY_EVERY_MILLIS = 200;
    private static final long IDLE_EVERY_MILLIS = 1_000;
    private static final long SILENCE_MILLIS = 3_500;
    private static final int BOARDS_MAX = 16;
    private static final int NOTHING = -1;

    private final int boards;
    private final LockerFrames frames = new LockerFrames(LockerFrames.ANSWER_BYTES);
    private final List<byte[]> sends = new ArrayList<>();
    private final List<DispenserEvent> events = new ArrayList<>();
    private final Set<Integer> heard = new HashSet<>();
    private @Nullable Opening opening;
    private boolean isOpen;
    private boolean isLost = true;
    private int askedBoard = NOTHING;
    private int nextBoard;
    private long askedAt;
    private long askAt = Long.MAX_VALUE;
    private long heardAt;

    /** Boards with the addresses 0 to one less than this. */
    public LockerBoard(int boards) {
        if (boards < 1 || boards > BOARDS_MAX) {
            throw new IllegalArgumentException("No such number of boards: " + boards);
        }
        this.boards = boards;
    }

    @Override
    public LineOutput<DispenserEvent> opened(long nowMillis) {
        isOpen = true;
        heardAt = nowMillis;
        askedBoard = NOTHING;
        askAt = nowMillis + BUSY_EVERY_MILLIS;
        frames.brokenOff();
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> closed(long nowMillis) {
        isOpen = false;
        askAt = Long.MAX_VALUE;
        askedBoard = NOTHING;
        Opening under = opening;
        if (under != null && under.isSent()) {
            end(under, under.lost());
        }
        lose("the line is gone");
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> received(byte[] bytes, long nowMillis) {
        frames.received(bytes).forEach(reading -> read(reading, nowMillis));
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> commanded(DispenserCommand command, long nowMillis) {
        switch (command) {
            case DispenserCommand.TurnMotor(long number, int selection) -> {
                if (opening != null) {
                    throw new IllegalStateException("One opening at a time: " + command);
                }
                if (selection < 0 || selection >= boards * LOCKS) {
                    throw new IllegalArgumentException("No such lock: " + selection);
                }
                SelfTest test = isLost ? SelfTest.UNKNOWN : SelfTest.GOOD;
                opening = new Opening(number, selection, test, nowMillis);
                askAt = isOpen ? Math.min(askAt, nowMillis) : askAt;
            }
        }
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> elapsed(long nowMillis) {
        Opening under = opening;
        if (under != null && nowMillis >= under.limitAt()) {
            end(under, under.atLimit(nowMillis));
        }
        if (isOpen && !isLost && nowMillis >= heardAt + SILENCE_MILLIS) {
            lose("no answer for " + SILENCE_MILLIS + " ms");
        }
        if (askedBoard != NOTHING && nowMillis >= askedAt + ANSWER_MILLIS) {
            askedBoard = NOTHING;
            frames.brokenOff().forEach(reading -> read(reading, nowMillis));
        }
        if (askedBoard == NOTHING && nowMillis >= askAt) {
            ask(nowMillis);
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        Opening under = opening;
        long limit = under == null ? Long.MAX_VALUE : under.limitAt();
        if (!isOpen) {
            return limit;
        }
        long line = askedBoard == NOTHING ? askAt : askedAt + ANSWER_MILLIS;
        long silence = isLost ? Long.MAX_VALUE : heardAt + SILENCE_MILLIS;
        return Math.min(limit, Math.min(line, silence));
    }

    private void ask(long now) {
        Opening under = opening;
        askedBoard = under == null ? nextBoard : under.board;
        nextBoard = (askedBoard + 1) % boards;
        askedAt = now;
        askAt = now + (under == null ? IDLE_EVERY_MILLIS / boards : BUSY_EVERY_MILLIS);
        sends.add(LockerFrames.encode(new LockerMessage.StatusRequest(askedBoard)));
    }

    private void read(LockerReading reading, long now) {
        switch (reading) {
            case LockerReading.Said(var message) -> said(message, now);
            case LockerReading.Unusable(String hex, LockerFault fault) ->
                    events.add(new DispenserEvent.Garbled(hex, fault.words()));
        }
    }

    private void said(LockerMessage message, long now) {
        boolean isAnswer =
                message instanceof LockerMessage.Status(int board, int ignored)
                        && board == askedBoard;
        if (!isAnswer) {
            read(LockerFrames.unusable(LockerFrames.encode(message), LockerFault.NOT_ASKED), now);
            return;
        }
        LockerMessage.Status status = (LockerMessage.Status) message;
        askedBoard = NOTHING;
        heardAt = now;
        heard.add(status.board());
        if (isLost && heard.size() == boards) {
            isLost = false;
            events.add(new DispenserEvent.BoardReady(SelfTest.GOOD));
        }
        Opening under = opening;
        if (under != null && under.board == status.board()) {
            advance(under, status.isLocked(under.lock), now);
        }
    }

    private void advance(Opening under, boolean isLocked, long now) {
        boolean isFirstAnswer = under.isSent() && !under.isStarted();
        if (isFirstAnswer) {
            under.started();
            events.add(new DispenserEvent.TurnStarted(under.commandNumber));
        }
        TurnEvidence evidence = under.answered(isLocked, now);
        if (evidence != null) {
            end(under, evidence);
        } else if (under.mayBeSent()) {
            under.sent(now);
            sends.add(LockerFrames.encode(new LockerMessage.Unlock(under.board, under.lock)));
        }
    }

    private void lose(String reason) {
        if (!isLost) {
            events.add(new DispenserEvent.BoardLost(reason));
        }
        isLost = true;
        heard.clear();
    }

    private void end(Opening under, TurnEvidence evidence) {
        events.add(new DispenserEvent.TurnEnded(under.commandNumber, evidence));
        opening = null;
    }

    private LineOutput<DispenserEvent> output() {
        return LineOutput.drained(sends, events);
    }
}
