package org.assistcounter.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Consumer;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.line.TcpLine;
import org.assistcounter.devices.line.TcpListener;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.scanner.ScannerSnapshot;
import org.assistcounter.simulators.scanner.ScannerTrick;
import org.assistcounter.simulators.scanner.SimulatedScanner;

/** The simulated reader, board and scanner, each on a TCP port of its own. */
final class FarEnds implements AutoCloseable {
    private static final long READER_POLL_MILLIS = 25;

    private final TcpListener readerPort = new TcpListener(0);
    private final TcpListener boardPort = new TcpListener(0);
    private final TcpListener scannerPort = new TcpListener(0);
    private final Consumer<Throwable> bugs;
    private final LineRunner<ReaderTrick, ReaderSnapshot> reader;
    private final LineRunner<BoardTrick, BoardSnapshot> board;
    private final LineRunner<ScannerTrick, ScannerSnapshot> scanner;
    private volatile CardLedger ledger = CardLedger.EMPTY;

    FarEnds(Probe probe, Consumer<Throwable> bugs) throws IOException {
        this.bugs = bugs;
        SimulatedCashlessReader cards =
                new SimulatedCashlessReader(SimulatedCashlessReader.yuanConfig(), CardLedger.EMPTY);
        reader =
                listening(
                        "simulated-reader",
                        readerPort,
                        new SimulatedWaferBox(cards, READER_POLL_MILLIS),
                        snapshot -> ledger = snapshot.ledger());
        FasterMotor motor =
                new FasterMotor(
                        Map.of(OneSlot.SLOT, new SelectionCount(OneSlot.LOADED, 0, 0)),
                        probe.boardPollMillis(),
                        probe.motorSpeed());
        board = listening("simulated-board", boardPort, probe.simulatedBoard(motor), _ -> {});
        scanner =
                listening("simulated-scanner", scannerPort, new SimulatedScanner("\r\n"), _ -> {});
    }

    private <C, E> LineRunner<C, E> listening(
            String name, TcpListener port, LineDriver<C, E> driver, Consumer<E> changed) {
        return new LineRunner<>(name, port, driver, changed, bugs, Backoff.OF_LISTENERS);
    }

    LineOpener readerLine() throws IOException {
        return local(readerPort);
    }

    LineOpener boardLine() throws IOException {
        return local(boardPort);
    }

    LineOpener scannerLine() throws IOException {
        return local(scannerPort);
    }

    /** The lines as a wiring file of the agent names them. */
    String wiring() throws IOException {
        return """
        cashless=tcp://127.0.0.1:%d wafer
        dispenser=tcp://127.0.0.1:%d fafb
        scanner=tcp://127.0.0.1:%d serial-scanner
        """
                .formatted(readerPort.port(), boardPort.port(), scannerPort.port());
    }

    private static LineOpener local(TcpListener port) throws IOException {
        return TcpLine.opener(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()));
    }

    void start() {
        reader.start();
        board.start();
        scanner.start();
        reader.command(new ReaderTrick.DecideAfter(0));
    }

    /** A shopper holds a card to the reader. */
    void tap() {
        reader.command(new ReaderTrick.TapCard(OneSlot.PRICE * 10));
    }

    /** A shopper holds a code to the scanner. */
    void show(String code) {
        scanner.command(new ScannerTrick.Show(code));
    }

    /** What the reader has taken for good. */
    long keptMinor() {
        return ledger.keptMinor();
    }

    @Override
    public void close() {
        reader.close();
        board.close();
        scanner.close();
    }
}
