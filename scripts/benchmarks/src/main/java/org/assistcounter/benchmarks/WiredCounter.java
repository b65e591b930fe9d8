package org.assistcounter.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.counter.loop.CoreThread;
import org.assistcounter.counter.loop.Edge;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.sale.SaleCore;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.devices.scanner.CodeEnd;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.devices.scanner.SerialScanner;

/**
 * The shipped core, journal, line threads and drivers, over TCP to the simulated reader and board,
 * joined as the agent joins them.
 */
final class WiredCounter implements AutoCloseable {
    private static final int WORDS_MAX = 40;

    private final Seen seen = new Seen();
    private final Deque<String> words = new ConcurrentLinkedDeque<>();
    private final FarEnds farEnds;
    private final long startNanos = System.nanoTime();
    private final LineRunner<CashlessCommand, CashlessEvent> reader;
    private final LineRunner<DispenserCommand, DispenserEvent> board;
    private final LineRunner<ScannerCommand, ScannerEvent> scanner;
    private final Probe probe;
    private final CoreThread core;
    private boolean isCodeAwaited;

    WiredCounter(JournalStore store, Probe probe) throws IOException {
        this.probe = probe;
        farEnds = new FarEnds(probe, seen::failed);
        core = new CoreThread(() -> core(probe.store(store)), this::moment, seen::failed);
        reader =
                line(
                        "reader-line",
                        farEnds.readerLine(),
                        probe.reader(new WaferCashless()),
                        this::readerSaid);
        board =
                line(
                        "dispenser-line",
                        farEnds.boardLine(),
                        probe.board(new VendingBoard()),
                        event -> core.offer(new Input.DispenserSaid(event)));
        scanner =
                line(
                        "scanner-line",
                        farEnds.scannerLine(),
                        probe.scanner(new SerialScanner(CodeEnd.LINE_END)),
                        this::scannerSaid);
    }

    private <C, E> LineRunner<C, E> line(
            String name, LineOpener opener, LineDriver<C, E> driver, Consumer<E> events) {
        return new LineRunner<>(name, opener, driver, events, seen::failed, Backoff.OF_DEVICES);
    }

    void start() {
        farEnds.start();
        core.start();
        reader.start();
        board.start();
        scanner.start();
    }

    /** Made on the core thread, as the agent does. */
    private Core core(JournalStore store) {
        Journal journal = OneSlot.journal(store);
        journal.append(OneSlot.loading());
        return new Core(
                journal,
                new Wires(),
                probe.rules(SaleCore::step),
                RecoverySteps.start(OneSlot.shelf(), null, 1, moment()),
                moment());
    }

    private Moment moment() {
        return new Moment((System.nanoTime() - startNanos) / 1_000_000, LocalDate.EPOCH);
    }

    private void readerSaid(CashlessEvent event) {
        words.add(moment().millis() + " " + event);
        if (words.size() > WORDS_MAX) {
            words.remove();
        }
        core.offer(new Input.ReaderSaid(event));
    }

    private void scannerSaid(ScannerEvent event) {
        switch (event) {
            case ScannerEvent.CodeScanned(String text) -> core.offer(new Input.ScannedCode(text));
            case ScannerEvent.ScannerReady _ -> core.offer(new Input.ScannerReady(true));
            case ScannerEvent.ScannerLost _ -> core.offer(new Input.ScannerReady(false));
            case ScannerEvent.Garbled garbled ->
                    seen.failed(new IllegalStateException(garbled.toString()));
        }
    }

    /** The reader's latest words, to explain a sale that did not go as it should. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** The other ends of the lines, where cards and codes are shown and money is counted. */
    FarEnds farEnds() {
        return farEnds;
    }

    Seen seen() {
        return seen;
    }

    void offer(Input input) {
        core.offer(input);
    }

    @Override
    public void close() {
        reader.close();
        board.close();
        scanner.close();
        try {
            core.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        farEnds.close();
    }

    private final class Wires implements Edge {
        @Override
        public void perform(Effect effect) {
            switch (effect) {
                case Effect.CommandReader forReader -> reader.command(forReader.command());
                case Effect.CommandDispenser forBoard -> board.command(forBoard.command());
                case Effect.AskFleet ask -> probe.asked(ask.question());
                case Effect.CommandClimate _ -> throw new IllegalStateException("no cooling here");
                case Effect.CompareCode _ -> throw new IllegalStateException("no technician here");
            }
        }

        @Override
        public void show(CounterState state, long nowMillis) {
            boolean isAwaited = state.phase() instanceof Phase.Choosing;
            if (isAwaited != isCodeAwaited) {
                isCodeAwaited = isAwaited;
                scanner.command(
                        isAwaited ? new ScannerCommand.Await() : new ScannerCommand.Ignore());
            }
            seen.show(state);
        }

        @Override
        public void appended(long newestSeq) {}
    }
}
