package org.assistcounter.simulators.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.line.TcpListener;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.climate.ClimateSnapshot;
import org.assistcounter.simulators.climate.ClimateTrick;
import org.assistcounter.simulators.climate.SimulatedCompartment;
import org.assistcounter.simulators.scanner.ScannerSnapshot;
import org.assistcounter.simulators.scanner.ScannerTrick;
import org.assistcounter.simulators.scanner.SimulatedScanner;

/**
 * The simulated reader, board, scanner and cooled compartment as a process of their own, so that an
 * agent can be killed while the devices live on, as in a cabinet. What their wires saw is counted
 * here and nowhere else.
 */
public final class Bench implements AutoCloseable {

    private static final long READER_POLL_MILLIS = 100;

    /** Nobody who starts a bench wants to wait for the cooling. */
    private static final int COLD_MILLI = 3_000;

    private final TcpListener readerPort;
    private final TcpListener boardPort;
    private final TcpListener scannerPort;
    private final TcpListener climatePort;
    private final LineRunner<ReaderTrick, ReaderSnapshot> reader;
    private final LineRunner<BoardTrick, BoardSnapshot> board;
    private final LineRunner<ScannerTrick, ScannerSnapshot> scanner;
    private final LineRunner<ClimateTrick, ClimateSnapshot> climate;
    private final BenchServer server;
    private final CountDownLatch ended = new CountDownLatch(1);

    Bench(BenchOptions options) throws IOException {
        BenchState state = new BenchState(options.state());
        readerPort = new TcpListener(options.lines().reader());
        boardPort = new TcpListener(options.lines().board());
        scannerPort = new TcpListener(options.lines().scanner());
        climatePort = new TcpListener(options.lines().climate());
        reader = reader(state);
        board = board(state, options.boardPollMillis());
        scanner = line("scanner", scannerPort, new SimulatedScanner("\r\n"), state::scannerChanged);
        climate =
                line(
                        "climate",
                        climatePort,
                        new SimulatedCompartment(SimulatedCompartment.Probe.DS18B20),
                        state::climateChanged);
        BenchForm form =
                new BenchForm(reader::command, board::command, scanner::command, climate::command);
        server = new BenchServer(options.httpPort(), state, form, options.screenUrl());
    }

    private LineRunner<ReaderTrick, ReaderSnapshot> reader(BenchState state) {
        var simulated =
                new SimulatedCashlessReader(
                        SimulatedCashlessReader.yuanConfig(), state.reader().ledger());
        return line(
                "reader",
                readerPort,
                new SimulatedWaferBox(simulated, READER_POLL_MILLIS),
                state::readerChanged);
    }

    private LineRunner<BoardTrick, BoardSnapshot> board(BenchState state, long pollMillis) {
        return line(
                "board",
                boardPort,
                new SimulatedVendingBoard(state.board().selections(), pollMillis),
                state::boardChanged);
    }

    private <T, S> LineRunner<T, S> line(
            String name, TcpListener port, LineDriver<T, S> simulator, Consumer<S> changed) {
        return new LineRunner<>(
                "bench-" + name, port, simulator, changed, this::bug, Backoff.OF_LISTENERS);
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
                    "bench: reader %d, board %d, scanner %d, climate %d, page"
                            + " http://localhost:%d/%n",
                    bench.readerPort.port(),
                    bench.boardPort.port(),
                    bench.scannerPort.port(),
                    bench.climatePort.port(),
                    bench.httpPort());
            bench.ended.await();
            System.exit(1);
        }
    }

    void start() {
        reader.start();
        board.start();
        scanner.start();
        climate.start();
        climate.command(new ClimateTrick.SetAir(COLD_MILLI));
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

    int climateLinePort() throws IOException {
        return climatePort.port();
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
        climate.close();
    }

    private void bug(Throwable bug) {
        bug.printStackTrace();
        ended.countDown();
    }
}
