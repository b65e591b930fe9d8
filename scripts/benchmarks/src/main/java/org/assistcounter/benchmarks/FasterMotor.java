package org.assistcounter.benchmarks;

import java.util.Map;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.board.SimulatedVendingBoard;

/**
 * A simulated board whose clock runs faster, so that two hundred turns end in minutes. It polls at
 * the true period, because that one is told beside the figure. It also hears an answer that comes
 * late: the 100 ms of the protocol were a few here, and a busy machine would lose a drive command,
 * which is sent once and so makes a case of the sale. What came late is in the figure.
 */
final class FasterMotor implements LineDriver<BoardTrick, BoardSnapshot> {
    private static final long ANSWER_MILLIS = 10_000;

    private final SimulatedVendingBoard board;
    private final long faster;

    /**
     * @param faster how many times; 1 for a true board
     */
    FasterMotor(Map<Integer, SelectionCount> shelf, long pollMillis, long faster) {
        this.faster = faster;
        board = new SimulatedVendingBoard(shelf, pollMillis * faster, ANSWER_MILLIS * faster);
    }

    @Override
    public LineOutput<BoardSnapshot> opened(long nowMillis) {
        return board.opened(nowMillis * faster);
    }

    @Override
    public LineOutput<BoardSnapshot> closed(long nowMillis) {
        return board.closed(nowMillis * faster);
    }

    @Override
    public LineOutput<BoardSnapshot> received(byte[] bytes, long nowMillis) {
        return board.received(bytes, nowMillis * faster);
    }

    @Override
    public LineOutput<BoardSnapshot> commanded(BoardTrick trick, long nowMillis) {
        return board.commanded(trick, nowMillis * faster);
    }

    @Override
    public LineOutput<BoardSnapshot> elapsed(long nowMillis) {
        return board.elapsed(nowMillis * faster);
    }

    @Override
    public long deadlineMillis() {
        long deadline = board.deadlineMillis();
        return deadline == Long.MAX_VALUE ? deadline : Math.ceilDiv(deadline, faster);
    }
}
