package org.assistcounter.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;

/**
 * At the board's end of the line: how long after each of its frames our answer came. The disk may
 * be made to stall at each append, as a worn card does.
 */
final class PollStamps implements Probe {
    /** The shortest period that a board of this protocol can be set to. */
    static final long POLL_MILLIS = 100;

    private final long stallMillis;
    private final Samples answers = new Samples();
    private int unanswered;

    PollStamps(long stallMillis) {
        this.stallMillis = stallMillis;
    }

    /** To be read when the counter is closed. */
    Samples answers() {
        return answers;
    }

    /** Frames to which nothing had come when the board spoke again. */
    int unanswered() {
        return unanswered;
    }

    @Override
    public long boardPollMillis() {
        return POLL_MILLIS;
    }

    @Override
    public LineDriver<BoardTrick, BoardSnapshot> simulatedBoard(
            LineDriver<BoardTrick, BoardSnapshot> driver) {
        return new Watched(driver);
    }

    @Override
    public JournalStore store(JournalStore store) {
        return new WrappedStore(store) {
            @Override
            public void append(List<JournalRecord> records) {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(stallMillis);
                super.append(records);
                for (long left = stall(end); left > 0; left = stall(end)) {
                    LockSupport.parkNanos(left);
                }
            }
        };
    }

    private long stall(long endNanos) {
        return stallMillis == 0 ? 0 : endNanos - System.nanoTime();
    }

    private final class Watched extends WrappedDriver<BoardTrick, BoardSnapshot> {
        private boolean isOpen;
        private boolean isAsking;
        private long askedAtNanos;

        Watched(LineDriver<BoardTrick, BoardSnapshot> driver) {
            super(driver);
        }

        @Override
        public LineOutput<BoardSnapshot> received(byte[] bytes, long nowMillis) {
            if (isAsking) {
                isAsking = false;
                isOpen = true;
                answers.add(System.nanoTime() - askedAtNanos);
            }
            return super.received(bytes, nowMillis);
        }

        @Override
        public LineOutput<BoardSnapshot> elapsed(long nowMillis) {
            LineOutput<BoardSnapshot> output = super.elapsed(nowMillis);
            if (!output.sends().isEmpty()) {
                if (isAsking && isOpen) {
                    unanswered++;
                }
                isAsking = true;
                askedAtNanos = System.nanoTime();
            }
            return output;
        }
    }
}
