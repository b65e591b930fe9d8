package org.assistcounter.devicecheck;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.jspecify.annotations.Nullable;

/** Does one thing after the other with open lines, and says what came of it. */
final class Technician {

    /** Longer than a dispenser waits before it says what it knows. */
    private static final long DEVICE_MILLIS = 45_000;

    /**
     * Longer than a reader of the slowest kind is waited for: two of its answers, cancel and
     * refund.
     */
    private static final long MONEY_MILLIS = 180_000;

    private static final int ITEM = 1;

    private final Lines lines;
    private final long personMillis;
    private final Prompt prompt;
    private CashlessEvent.@Nullable ReaderReady reader;

    /** Tells the person at the cabinet what to do now. */
    interface Prompt {
        void say(String words);
    }

    /**
     * @param personMillis how long to wait for somebody who has to hold a card or a code there
     */
    Technician(Lines lines, long personMillis, Prompt prompt) {
        this.lines = lines;
        this.personMillis = personMillis;
        this.prompt = prompt;
    }

    Heard does(Action action) throws InterruptedException {
        return switch (action) {
            case Action.Turn(int selection) -> move(selection);
            case Action.Open(int lock) -> move(lock);
            case Action.TakeCard(long amountMinor) -> takeCard(amountMinor);
            case Action.Scan() -> scan();
        };
    }

    /** The number is one that a board has not just heard from a process before us. */
    private Heard move(int selection) throws InterruptedException {
        var line = Objects.requireNonNull(lines.dispenser());
        long number = System.currentTimeMillis() | 1;
        line.events().clear();
        line.command(new DispenserCommand.TurnMotor(number, selection));
        DispenserEvent end =
                next(line, DEVICE_MILLIS, event -> event instanceof DispenserEvent.TurnEnded);
        return end == null ? Heard.bad("the board never said what came of it") : InWords.of(end);
    }

    private Heard scan() throws InterruptedException {
        var line = Objects.requireNonNull(lines.scanner());
        line.events().clear();
        line.command(new ScannerCommand.Await());
        prompt.say("Hold a code to the scanner.");
        ScannerEvent code =
                next(line, personMillis, event -> event instanceof ScannerEvent.CodeScanned);
        return code == null ? Heard.bad("no code came") : InWords.of(code);
    }

    private Heard takeCard(long amountMinor) throws InterruptedException {
        var line = Objects.requireNonNull(lines.reader());
        if (reader == null
                && next(line, personMillis, event -> event instanceof CashlessEvent.ReaderReady)
                        instanceof CashlessEvent.ReaderReady ready) {
            reader = ready;
        }
        if (reader == null) {
            return Heard.bad("the reader is not ready");
        }
        if (amountMinor % reader.stepMinor() != 0 || amountMinor > reader.mostMinor()) {
            return Heard.bad(
                    "it takes steps of %d fen up to %d"
                            .formatted(reader.stepMinor(), reader.mostMinor()));
        }
        line.command(new CashlessCommand.Enable());
        prompt.say("Hold a card to the reader.");
        CashlessEvent session =
                next(line, personMillis, event -> event instanceof CashlessEvent.SessionBegan);
        Heard heard = session == null ? Heard.bad("no card came") : pay(line, amountMinor);
        line.command(new CashlessCommand.Disable());
        return heard;
    }

    private static Heard pay(Check<CashlessCommand, CashlessEvent> line, long amountMinor)
            throws InterruptedException {
        line.command(new CashlessCommand.RequestVend(amountMinor, ITEM));
        CashlessEvent answer = next(line, MONEY_MILLIS, Technician::isAnswer);
        if (answer == null || answer instanceof CashlessEvent.ReaderLost) {
            return Heard.bad("nothing is known of the money; look at the acquirer's list");
        }
        if (!(answer instanceof CashlessEvent.VendApproved(long approved))) {
            return Heard.bad("not approved: " + answer);
        }
        line.command(new CashlessCommand.FailVend());
        CashlessEvent settled =
                next(line, MONEY_MILLIS, event -> event instanceof CashlessEvent.FailureSettled);
        boolean isBack =
                settled instanceof CashlessEvent.FailureSettled(Settlement settlement)
                        && settlement == Settlement.REFUNDED;
        return isBack
                ? Heard.good(approved + " fen taken and given back")
                : Heard.bad(approved + " fen taken, and nothing proves that they are back");
    }

    private static boolean isAnswer(CashlessEvent event) {
        return event instanceof CashlessEvent.VendApproved
                || event instanceof CashlessEvent.VendDenied
                || event instanceof CashlessEvent.SessionEnded
                || event instanceof CashlessEvent.ReaderLost;
    }

    /** Null when it did not come in time. */
    private static <E> @Nullable E next(Check<?, E> line, long patienceMillis, Predicate<E> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        E event;
        do {
            event = line.events().poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } while (event != null && !wanted.test(event));
        return event;
    }
}
