package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.line.SerialLine;
import org.assistcounter.devices.line.TcpLine;
import org.assistcounter.devices.line.TcpListener;
import org.assistcounter.simulators.pty.PseudoTerminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drivers and simulators of virtual time, unchanged on threads of their own and real lines. */
class TerminalLineTest {

    private static final long PATIENCE_MILLIS = 20_000;

    /** What carries the bytes. */
    enum Wire {
        TCP,
        PSEUDO_TERMINAL
    }

    private record Ends(LineOpener near, LineOpener far) {}

    private final BlockingQueue<CashlessEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<ReaderSnapshot> snapshots = new LinkedBlockingQueue<>();
    private final List<CashlessEvent> told = new ArrayList<>();
    private final List<Throwable> bugs = new ArrayList<>();
    private CardLedger ledger = CardLedger.EMPTY;

    @ParameterizedTest
    @CsvSource({"WAFER, TCP", "WAFER, PSEUDO_TERMINAL", "QIBIXX, TCP", "QIBIXX, PSEUDO_TERMINAL"})
    void tellsOverARealLineWhatItTellsInVirtualTime(TerminalKind kind, Wire wire) throws Exception {
        Ends ends = ends(kind, wire);
        try (var box =
                        new LineRunner<>(
                                "box",
                                ends.far,
                                kind.otherEnd(),
                                snapshots::add,
                                bugs::add,
                                Backoff.OF_LISTENERS);
                var host =
                        new LineRunner<>(
                                "host",
                                ends.near,
                                kind.driver(),
                                events::add,
                                bugs::add,
                                Backoff.OF_DEVICES)) {
            box.start();
            host.start();
            sellAndFail(host, box);
        }

        assertThat(bugs).isEmpty();
        assertThat(told).isEqualTo(inVirtualTime(kind));
        assertThat(ledger.keptMinor()).isEqualTo(350);
        assertThat(ledger.refundedMinor()).isEqualTo(350);
    }

    private void sellAndFail(
            LineRunner<CashlessCommand, CashlessEvent> host,
            LineRunner<ReaderTrick, ReaderSnapshot> box)
            throws InterruptedException {
        box.command(new ReaderTrick.DecideAfter(10));
        host.command(new CashlessCommand.Start());
        host.command(new CashlessCommand.Enable());
        awaitEvent(CashlessEvent.ReaderReady.class);
        approve(host, box);
        host.command(new CashlessCommand.ConfirmVend(11));
        awaitEvent(CashlessEvent.SessionEnded.class);
        approve(host, box);
        host.command(new CashlessCommand.FailVend());
        awaitEvent(CashlessEvent.SessionEnded.class);
        awaitSnapshot(latest -> latest.ledger().refundedMinor() > 0);
    }

    private void approve(
            LineRunner<CashlessCommand, CashlessEvent> host,
            LineRunner<ReaderTrick, ReaderSnapshot> box)
            throws InterruptedException {
        awaitSnapshot(latest -> latest.state() == ReaderState.ENABLED);
        box.command(new ReaderTrick.TapCard(1_000));
        awaitEvent(CashlessEvent.SessionBegan.class);
        host.command(new CashlessCommand.RequestVend(350, 11));
        awaitEvent(CashlessEvent.VendApproved.class);
    }

    private static List<CashlessEvent> inVirtualTime(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.command(new CashlessCommand.ConfirmVend(11));
        table.world.run(2_000);
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.command(new CashlessCommand.RequestVend(350, 11));
        table.world.run(2_000);
        table.command(new CashlessCommand.FailVend());
        table.world.run(10_000);
        return table.events;
    }

    private static Ends ends(TerminalKind kind, Wire wire) throws IOException {
        return switch (wire) {
            case TCP -> {
                TcpListener far = new TcpListener(0);
                var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), far.port());
                yield new Ends(TcpLine.opener(address), far);
            }
            case PSEUDO_TERMINAL -> {
                PseudoTerminal far = new PseudoTerminal();
                yield new Ends(SerialLine.opener(far.device(), kind.baud()), far);
            }
        };
    }

    private void awaitEvent(Class<? extends CashlessEvent> type) throws InterruptedException {
        CashlessEvent event;
        do {
            event = events.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(event).as("%s after %s", type.getSimpleName(), told).isNotNull();
            told.add(event);
        } while (!type.isInstance(event));
    }

    private void awaitSnapshot(Predicate<ReaderSnapshot> wanted) throws InterruptedException {
        ReaderSnapshot latest;
        do {
            latest = snapshots.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(latest).as("the box after %s", told).isNotNull();
            ledger = latest.ledger();
        } while (!wanted.test(latest));
    }
}
