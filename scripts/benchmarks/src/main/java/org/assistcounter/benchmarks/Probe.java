package org.assistcounter.benchmarks;

import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;

/**
 * Where a benchmark takes its moments: it may wrap a part of the counter, and overrides only that.
 */
interface Probe {

    /** How often the simulated board polls. */
    default long boardPollMillis() {
        return 200;
    }

    /** How many times faster than a true motor the simulated one turns. */
    default long motorSpeed() {
        return 5;
    }

    default LineDriver<CashlessCommand, CashlessEvent> reader(
            LineDriver<CashlessCommand, CashlessEvent> driver) {
        return driver;
    }

    default LineDriver<DispenserCommand, DispenserEvent> board(
            LineDriver<DispenserCommand, DispenserEvent> driver) {
        return driver;
    }

    default LineDriver<ScannerCommand, ScannerEvent> scanner(
            LineDriver<ScannerCommand, ScannerEvent> driver) {
        return driver;
    }

    default LineDriver<BoardTrick, BoardSnapshot> simulatedBoard(
            LineDriver<BoardTrick, BoardSnapshot> driver) {
        return driver;
    }

    default JournalStore store(JournalStore store) {
        return store;
    }

    default Core.Rules rules(Core.Rules shipped) {
        return shipped;
    }

    /** A question is ready to go to the fleet. */
    default void asked(Question question) {
        throw new IllegalStateException("nobody pays by wallet here");
    }
}
