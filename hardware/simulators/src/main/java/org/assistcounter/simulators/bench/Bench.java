package org.assistcounter.simulators.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.line.TcpListener;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.scanner.ScannerSnapshot;
import org.assistcounter.simulators.scanner.ScannerTrick;
import org.assistcounter.simulators.scanner.SimulatedScanner;

/**
 * The simulated reader, board and scanner as a process of their own, so that an agent can be killed
 * while the devices live on, as in a cabinet. What their wires saw is counted here and nowhere
 * else.
 */
public final class Bench implements AutoCloseable {

    private static final long READER_POLL_MILLIS = 100;

    private final TcpListener readerPort;
    private final TcpListener boardPort;
    private final TcpListener scannerPort;
    private final LineRunner<ReaderTrick, ReaderSnapshot> reader;
    private final LineRunner<BoardTrick, BoardSnapshot> board;
    private final LineRunner<ScannerTrick, ScannerSnapshot> scanner;
    private final BenchServer server;
    private final CountDownLatch ended = new CountDownLatch(1);

    Bench(BenchOptions options) throws IOException {
        BenchState state = new BenchState(options.state());
        readerPort = new TcpListener(options.readerPort());
        boardPort = new TcpListener(options.boardPort());
        scannerPort = new TcpListener(options.scannerPort());
        var simulatedReader =
                new SimulatedCashlessReader(
                        SimulatedCashlessReader.yuanConfig(), state.reader().ledger());
        reader =
                new LineRunner<>(
                        "bench-reader",
                        readerPort,
                        new SimulatedWaferBox(simulatedReader, READER_POLL_MILLIS),
                        state::readerChanged,
                        this::bug,
                        Backoff.OF_LISTENERS);
        board =
                new LineRunner<>(
                        "bench-board",
                        boardPort,
                        new SimulatedVendingBoard(
                                state.board().selections(), options.boardPollMillis()),
                        state::boardChanged,
                        this::bug,
                        Backoff.OF_LISTENERS);
        scanner =
                new LineRunner<>(
                        "bench-scanner",
                        scannerPort,
                        new SimulatedScanner("\r\n"),
                        state::scannerChanged,
                        this::bug,
                        Backoff.OF_LISTENERS);
        BenchForm form = new BenchForm(reader::command, board::command, scanner::command);
        server = new BenchServer(options.httpPort(), state, form, options.screenUrl());
    }

    /** Runs until it is killed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(BenchOptions.HELP);
            return;
        }
        BenchOptions options;
        try {
            options = BenchOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + BenchOptions.HELP);
            System.exit(2);
            return;
        }
        try (Bench bench = new Bench(options)) {
            bench.start();
            System.out.printf(
                    "bench: reader %d, board %d, scanner %d, page http://localhost:%d/%n",
                    bench.readerPort.port(),
                    bench.boardPort.port(),
                    bench.scannerPort.port(),
                    bench.httpPort());
            bench.ended.await();
            System.exit(1);
        }
    }

    void start() {
        reader.start();
        board.start();
        scanner.start();
        server.start();
    }

    int httpPort() {
        return server.port();
    }

    int readerLinePort() throws IOException {
        return readerPort.port();
    }

    int boardLinePort() throws IOException {
        return boardPort.port();
    }

    int scannerLinePort() throws IOException {
        return scannerPort.port();
    }

    @Override
    public void close() {
        server.close();
        reader.close();
        board.close();
        scanner.close();
    }

    private void bug(Throwable bug) {
        bug.printStackTrace();
        ended.countDown();
    }
}
