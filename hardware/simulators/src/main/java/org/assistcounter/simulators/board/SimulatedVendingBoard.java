package org.assistcounter.simulators.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.assistcounter.devices.board.BoardFrameReader;
import org.assistcounter.devices.board.BoardMessage;
import org.assistcounter.devices.board.BoardReading;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;

/**
 * A board of the {@code FA FB} protocol with a shelf behind it.
 *
 * <p>Fault model. The shelf: motor jammed or absent, goods that hang or fall late, empty selection,
 * a drop sensor that sees nothing (then 54 says not normal). The wire: next frame spoilt, replaced
 * by noise or lost; silence for a while; a drive carried out without a word; a final status lost or
 * late; power lost for a moment, which stops motors and starts numbers again. An answer that comes
 * more than 100 ms after its poll is not heard. A command with the number of the one before it is
 * acknowledged and not carried out. A motor turns once for each new drive command, never more.
 */
public final class SimulatedVendingBoard implements LineDriver<BoardTrick, BoardSnapshot> {

    private static final long ANSWER_MILLIS = 100;
    private static final long TURN_MILLIS = 1_500;
    private static final long PART_TURN_MILLIS = 700;
    private static final long ABSENT_MILLIS = 200;
    private static final long LATE_DROP_MILLIS = 3_000;
    private static final int DISPENSING = 0x01;
    private static final int SUCCESS = 0x02;
    private static final int JAMMED = 0x03;
    private static final int MOTOR_ABSENT = 0x06;
    private static final int TERMINATED = 0xFF;
    private static final int NOT_NORMAL = 0x03;

    private record Due(long at, Runnable action) {}

    private final Shelf shelf;
    private final BoardPort port;
    private final long pollMillis;
    private final long answerMillis;
    private final BoardFrameReader frames = new BoardFrameReader();
    private final Deque<BoardMessage.DriveDirectly> drives = new ArrayDeque<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
    private final Shown<BoardSnapshot> shown = new Shown<>();
    private boolean connected;
    private int turning = BoardSnapshot.NOTHING_TURNS;
    private long pollAt;
    private long polledAt = Long.MIN_VALUE / 2;
    private long muteOnDrive;
    private long statusDelay;

    public SimulatedVendingBoard(Map<Integer, SelectionCount> selections, long pollMillis) {
        this(selections, pollMillis, ANSWER_MILLIS);
    }

    /**
     * @param answerMillis how long after a poll an answer is still heard; 100 by the protocol
     */
    public SimulatedVendingBoard(
            Map<Integer, SelectionCount> selections, long pollMillis, long answerMillis) {
        this.answerMillis = answerMillis;
        this.shelf = new Shelf(selections);
        this.port = new BoardPort(shelf.faults());
        this.pollMillis = pollMillis;
    }

    @Override
    public LineOutput<BoardSnapshot> opened(long nowMillis) {
        connected = true;
        frames.brokenOff();
        return output(nowMillis);
    }

    @Override
    public LineOutput<BoardSnapshot> closed(long nowMillis) {
        connected = false;
        return output(nowMillis);
    }

    @Override
    public LineOutput<BoardSnapshot> received(byte[] bytes, long nowMillis) {
        for (BoardReading reading : frames.received(bytes)) {
            boolean isInTime = nowMillis - polledAt <= answerMillis;
            if (reading instanceof BoardReading.Said(var message) && isInTime) {
                heard(message, nowMillis);
            }
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<BoardSnapshot> commanded(BoardTrick trick, long nowMillis) {
        switch (trick) {
            case BoardTrick.Load(int selection, int goods) -> shelf.load(selection, goods);
            case BoardTrick.Jam(int selection, boolean on) -> shelf.set("jam-" + selection, on);
            case BoardTrick.NothingFalls(int selection, boolean on) ->
                    shelf.set("nothing-falls-" + selection, on);
            case BoardTrick.MotorAbsent(int selection, boolean on) ->
                    shelf.set("motor-absent-" + selection, on);
            case BoardTrick.SensorBad(boolean on) -> shelf.sensorBad(on);
            case BoardTrick.DropLate() -> shelf.set("drop-late", true);
            case BoardTrick.SeeGhostNext() -> shelf.seeGhostNext();
            case BoardTrick.LoseStatus() -> shelf.set("lose-status", true);
            case BoardTrick.MuteOnDrive(long millis) -> muteOnDrive = millis;
            case BoardTrick.LateStatus(long millis) -> statusDelay = millis;
            case BoardTrick.FlipNext() -> shelf.set("flip-next", true);
            case BoardTrick.NoiseNext() -> shelf.set("noise-next", true);
            case BoardTrick.LoseNext() -> shelf.set("lose-next", true);
            case BoardTrick.GoSilent(long millis) -> port.beSilentUntil(nowMillis + millis);
            case BoardTrick.PowerBlip() -> restart();
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<BoardSnapshot> elapsed(long nowMillis) {
        for (Due next = due.peek(); next != null && next.at() <= nowMillis; next = due.peek()) {
            due.remove();
            next.action().run();
        }
        if (turning == BoardSnapshot.NOTHING_TURNS && !drives.isEmpty()) {
            begin(drives.remove(), nowMillis);
        }
        if (nowMillis >= pollAt) {
            pollAt = nowMillis + pollMillis;
            polledAt = nowMillis;
            if (connected) {
                port.speak(nowMillis);
            }
        }
        return output(nowMillis);
    }

    @Override
    public long deadlineMillis() {
        Due next = due.peek();
        return next == null ? pollAt : Math.min(pollAt, next.at());
    }

    private void restart() {
        port.restart();
        drives.clear();
        due.clear();
        turning = BoardSnapshot.NOTHING_TURNS;
    }

    private void heard(BoardMessage message, long now) {
        switch (message) {
            case BoardMessage.Ack() -> port.acknowledged();
            case BoardMessage.StatusRequest(int number) -> {
                if (port.accept(number, now)) {
                    int status = shelf.isSensorBad() ? NOT_NORMAL : 0;
                    port.queue(new BoardMessage.MachineStatus(port.takeNumber(), status));
                }
            }
            case BoardMessage.DriveDirectly drive -> {
                if (muteOnDrive > 0) {
                    port.beSilentUntil(now + muteOnDrive);
                    muteOnDrive = 0;
                }
                if (port.accept(drive.packNumber(), now)) {
                    drives.add(drive);
                    due.add(new Due(now, () -> {}));
                }
            }
            case BoardMessage.Poll ignored -> {}
            case BoardMessage.DispenseStatus ignored -> {}
            case BoardMessage.MachineStatus ignored -> {}
            case BoardMessage.Other ignored -> {}
        }
    }

    private void begin(BoardMessage.DriveDirectly drive, long now) {
        int selection = drive.selection();
        turning = selection;
        if (!shelf.hasMotor(selection)) {
            due.add(new Due(now + ABSENT_MILLIS, () -> end(selection, MOTOR_ABSENT, now)));
            return;
        }
        shelf.turn(selection);
        say(DISPENSING, selection);
        long over = now + TURN_MILLIS;
        if (shelf.isJammed(selection)) {
            due.add(new Due(over, () -> end(selection, JAMMED, over)));
        } else {
            due.add(new Due(over, () -> turned(selection, over)));
        }
    }

    /** The spiral is home again; a good falls now, later or not. */
    private void turned(int selection, long now) {
        boolean falls = shelf.willFall(selection);
        boolean isLate = falls && shelf.takeDropLate();
        if (isLate) {
            due.add(new Due(now + LATE_DROP_MILLIS, () -> shelf.drop(selection)));
        }
        boolean isSeen = falls ? !isLate && shelf.drop(selection) : shelf.takeGhost();
        if (isSeen) {
            end(selection, SUCCESS, now);
        } else {
            long over = now + PART_TURN_MILLIS;
            due.add(new Due(over, () -> end(selection, TERMINATED, over)));
        }
    }

    private void end(int selection, int status, long now) {
        turning = BoardSnapshot.NOTHING_TURNS;
        if (shelf.faults().remove("lose-status")) {
            return;
        }
        long delay = statusDelay;
        statusDelay = 0;
        due.add(new Due(now + delay, () -> say(status, selection)));
    }

    private void say(int status, int selection) {
        port.queue(new BoardMessage.DispenseStatus(port.takeNumber(), status, selection));
    }

    private LineOutput<BoardSnapshot> output(long now) {
        List<String> faults = new ArrayList<>(shelf.faults());
        if (port.isSilentAt(now)) {
            faults.add("silent");
        }
        BoardSnapshot snapshot = new BoardSnapshot(shelf.counts(), faults, turning, connected);
        return shown.drained(port.sends(), snapshot);
    }
}
