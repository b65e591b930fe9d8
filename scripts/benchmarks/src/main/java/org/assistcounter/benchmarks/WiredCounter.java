package org.assistcounter.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.Map;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.counter.loop.CoreThread;
import org.assistcounter.counter.loop.Edge;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.sale.SaleCore;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.line.TcpLine;
import org.assistcounter.devices.line.TcpListener;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;

/**
 * The shipped core, journal, line threads and drivers, over TCP to the simulated reader and board,
 * joined as the agent joins them.
 */
final class WiredCounter implements AutoCloseable {
    /** As a board of this protocol polls. */
    static final long BOARD_POLL_MILLIS = 200;

    private static final long READER_POLL_MILLIS = 25;

    private final Seen seen = new Seen();
    private final long startNanos = System.nanoTime();
    private final LineRunner<ReaderTrick, ReaderSnapshot> simulatedReader;
    private final LineRunner<BoardTrick, BoardSnapshot> simulatedBoard;
    private final LineRunner<CashlessCommand, CashlessEvent> reader;
    private final LineRunner<DispenserCommand, DispenserEvent> board;
    private final CoreThread core;

    WiredCounter(JournalStore store, Stamps stamps) throws IOException {
        TcpListener readerPort = new TcpListener(0);
        TcpListener boardPort = new TcpListener(0);
        int readerAt = readerPort.port();
        int boardAt = boardPort.port();
        simulatedReader =
                listening(
                        "simulated-reader",
                        readerPort,
                        new SimulatedWaferBox(
                                new SimulatedCashlessReader(
                                        SimulatedCashlessReader.yuanConfig(), CardLedger.EMPTY),
                                READER_POLL_MILLIS));
        Map<Integer, SelectionCount> stock =
                Map.of(OneSlot.SLOT, new SelectionCount(OneSlot.LOADED, 0, 0));
        simulatedBoard =
                listening("simulated-board", boardPort, new FasterMotor(stock, BOARD_POLL_MILLIS));
        core = new CoreThread(() -> core(stamps.store(store)), this::moment, seen::failed);
        reader =
                new LineRunner<>(
                        "reader-line",
                        TcpLine.opener(local(readerAt)),
                        stamps.reader(new WaferCashless()),
                        event -> core.offer(new Input.ReaderSaid(event)),
                        seen::failed,
                        Backoff.OF_DEVICES);
        board =
                new LineRunner<>(
                        "dispenser-line",
                        TcpLine.opener(local(boardAt)),
                        stamps.board(new VendingBoard()),
                        event -> core.offer(new Input.DispenserSaid(event)),
                        seen::failed,
                        Backoff.OF_DEVICES);
    }

    private <C, E> LineRunner<C, E> listening(
            String name, TcpListener port, LineDriver<C, E> driver) {
        return new LineRunner<>(name, port, driver, _ -> {}, seen::failed, Backoff.OF_LISTENERS);
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    void start() {
        simulatedReader.start();
        simulatedBoard.start();
        core.start();
        reader.start();
        board.start();
        simulatedReader.command(new ReaderTrick.DecideAfter(0));
    }

    /** Made on the core thread, as the agent does. */
    private Core core(JournalStore store) {
        Journal journal = OneSlot.journal(store);
        journal.append(OneSlot.loading());
        return new Core(
                journal,
                new Wires(),
                SaleCore::step,
                RecoverySteps.start(OneSlot.shelf(), null, 1, moment()),
                moment());
    }

    private Moment moment() {
        return new Moment((System.nanoTime() - startNanos) / 1_000_000, LocalDate.EPOCH);
    }

    Seen seen() {
        return seen;
    }

    void offer(Input input) {
        core.offer(input);
    }

    /** A shopper holds a card to the reader. */
    void tap() {
        simulatedReader.command(new ReaderTrick.TapCard(OneSlot.PRICE * 10));
    }

    @Override
    public void close() {
        reader.close();
        board.close();
        try {
            core.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        simulatedReader.close();
        simulatedBoard.close();
    }

    private final class Wires implements Edge {
        @Override
        public void perform(Effect effect) {
            switch (effect) {
                case Effect.CommandReader forReader -> reader.command(forReader.command());
                case Effect.CommandDispenser forBoard -> board.command(forBoard.command());
                case Effect.AskFleet _ -> throw new IllegalStateException("nobody pays by wallet");
            }
        }

        @Override
        public void show(CounterState state, long nowMillis) {
            seen.show(state);
        }

        @Override
        public void appended(long newestSeq) {}
    }
}
