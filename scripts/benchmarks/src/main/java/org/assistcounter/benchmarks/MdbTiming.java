package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.line.SerialLine;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderModel;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderState;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.pty.PseudoTerminal;

/**
 * From the last byte of what a Wafer box says to the first byte of our answer, at 9600 baud over a
 * pseudo-terminal: the setup of a reader and a sale by card, again and again. Beside it: an echo
 * over another pseudo-terminal.
 *
 * <p>A diagnostic, not a promise. MDB/ICP 4.2 gives a peripheral and the controller 5 ms; towards
 * the reader the box that is bought keeps them, and our line is behind it. It shows how far a host
 * without such a box would be from keeping them itself.
 */
final class MdbTiming implements Benchmark {
    static final int BAUD = 9_600;

    private static final double SPECIFIED_MILLIS = 5;
    private static final int SALES = 100;
    private static final int SALES_SMOKE = 2;
    private static final int ECHOES_A_SALE = 10;
    private static final long POLL_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 20_000;
    private static final int PRICE = 350;
    private static final int ITEM = 11;

    private final BlockingQueue<CashlessEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<ReaderSnapshot> snapshots = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();

    @Override
    public String name() {
        return "mdb-timing";
    }

    @Override
    public String about() {
        return "p99 of our answer to a box at 9600 baud; a diagnostic, since the box keeps MDB's 5"
                + " ms";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        int sales = size == Size.FULL ? SALES : SALES_SMOKE;
        PseudoTerminal cable = new PseudoTerminal();
        StampedBox stamps = new StampedBox(cable);
        PtyEcho bare = new PtyEcho();
        try (bare;
                var box = box(stamps);
                var host = host(cable, stamps)) {
            box.start();
            host.start();
            box.command(new ReaderTrick.DecideAfter(0));
            for (int i = 0; i < sales; i++) {
                sell(host, box);
                for (int echo = 0; echo < ECHOES_A_SALE; echo++) {
                    bare.ask();
                }
            }
        }
        if (!bugs.isEmpty()) {
            throw new IllegalStateException("a line ended", bugs.remove());
        }
        people.println("the box's last byte to our first:  " + stamps.answers().words());
        people.println("bare echo over a pseudo-terminal:  " + bare.samples().words());
        return result(stamps.answers(), bare.samples(), sales);
    }

    private Result result(Samples answers, Samples bare, int sales) {
        return new Result(
                name(),
                answers.percentileMillis(99),
                "ms",
                bare.percentileMillis(99),
                Map.of(
                        "p50Millis", answers.percentileMillis(50),
                        "p95Millis", answers.percentileMillis(95),
                        "maxMillis", answers.percentileMillis(100),
                        "referenceP50Millis", bare.percentileMillis(50),
                        "referenceMaxMillis", bare.percentileMillis(100),
                        "specifiedMillis", SPECIFIED_MILLIS,
                        "answers", (double) answers.count(),
                        "sales", (double) sales));
    }

    private LineRunner<ReaderTrick, ReaderSnapshot> box(StampedBox stamps) {
        var reader =
                new SimulatedCashlessReader(
                        new ReaderModel(SimulatedCashlessReader.yuanConfig()), CardLedger.EMPTY);
        return new LineRunner<>(
                "box",
                stamps,
                new SimulatedWaferBox(reader, POLL_MILLIS),
                snapshots::add,
                bugs::add,
                Backoff.OF_LISTENERS);
    }

    private LineRunner<CashlessCommand, CashlessEvent> host(
            PseudoTerminal cable, StampedBox stamps) {
        var driver =
                new WrappedDriver<>(new WaferCashless(CashlessSettings.USUAL)) {
                    @Override
                    public LineOutput<CashlessEvent> received(byte[] bytes, long nowMillis) {
                        var output = super.received(bytes, nowMillis);
                        if (!output.sends().isEmpty()) {
                            stamps.answering();
                        }
                        return output;
                    }
                };
        return new LineRunner<>(
                "host",
                SerialLine.opener(cable.device(), BAUD),
                driver,
                events::add,
                bugs::add,
                Backoff.OF_DEVICES);
    }

    /** From the reset of the reader to the end of a session. */
    private void sell(
            LineRunner<CashlessCommand, CashlessEvent> host,
            LineRunner<ReaderTrick, ReaderSnapshot> box)
            throws InterruptedException {
        host.command(new CashlessCommand.Start());
        host.command(new CashlessCommand.Enable());
        await(CashlessEvent.ReaderReady.class);
        // What it was before the reset does not count.
        awaitReader(ReaderState.INACTIVE);
        awaitReader(ReaderState.ENABLED);
        box.command(new ReaderTrick.TapCard(PRICE));
        await(CashlessEvent.SessionBegan.class);
        host.command(new CashlessCommand.RequestVend(PRICE, ITEM));
        await(CashlessEvent.VendApproved.class);
        host.command(new CashlessCommand.ConfirmVend(ITEM));
        await(CashlessEvent.SessionEnded.class);
    }

    private void await(Class<? extends CashlessEvent> kind) throws InterruptedException {
        CashlessEvent event;
        do {
            event = events.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new IllegalStateException("no " + kind.getSimpleName());
            }
        } while (!kind.isInstance(event));
    }

    private void awaitReader(ReaderState state) throws InterruptedException {
        ReaderSnapshot latest;
        do {
            latest = snapshots.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (latest == null) {
                throw new IllegalStateException("the reader is not " + state);
            }
        } while (latest.state() != state);
    }
}
