package org.assistcounter.simulation.port;

import java.util.function.Consumer;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A life's end of a card reader: which event the shipped driver tells upon which word. What it does
 * when its line opens, closes or is closed is here, the session in {@link CardSession}.
 */
final class CardPort implements Port<CashlessCommand> {
    private static final long UNSETTLED_MILLIS = 60_000;

    private final Line line;
    private final CardTerminal reader;
    private final CardSession session;
    private @Nullable CashlessCommand settleWhenOpen;
    private boolean isUnsettled;

    CardPort(World world, CardTerminal reader, Consumer<CashlessEvent> ears) {
        this.line = new Line(world);
        this.reader = reader;
        this.session = new CardSession(line, reader, ears);
    }

    @Override
    public void connect() {
        reader.join(this);
        line.open();
        session.forget();
        CashlessCommand settle = settleWhenOpen;
        settleWhenOpen = null;
        if (settle != null) {
            command(settle);
        } else if (session.isStarted() && !isUnsettled) {
            session.restart();
        } else if (session.isStarted()) {
            session.enter(CardPhase.QUIET, UNSETTLED_MILLIS);
        }
    }

    @Override
    public void cut() {
        if (!line.isOpen()) {
            return;
        }
        reader.join(null);
        line.cut();
        isUnsettled |= session.phase().isVend();
        switch (session.phase()) {
            case FAILING -> {
                session.broken("the line is gone");
                isUnsettled = false;
            }
            case CONFIRMING -> {
                session.tell(new CashlessEvent.SessionEnded());
                isUnsettled = false;
            }
            default -> {}
        }
        session.forget();
        if (session.isStarted()) {
            session.tell(new CashlessEvent.ReaderLost("the line is gone"));
        }
    }

    @Override
    public void command(CashlessCommand command) {
        if (line.isOpen()) {
            now(command);
        } else {
            keep(command);
        }
    }

    private void now(CashlessCommand command) {
        switch (command) {
            case CashlessCommand.Start() -> {
                isUnsettled = false;
                session.start();
            }
            case CashlessCommand.Enable() -> session.want(true);
            case CashlessCommand.Disable() -> session.cancel();
            case CashlessCommand.RequestVend(long amount, int _) -> session.request(amount);
            case CashlessCommand.ConfirmVend(int _, boolean more) -> {
                isUnsettled = false;
                session.confirm(more);
            }
            case CashlessCommand.FailVend(boolean more) -> {
                isUnsettled = false;
                session.fail(more);
            }
            case CashlessCommand.Aside aside -> refuse(aside);
        }
    }

    private void keep(CashlessCommand command) {
        switch (command) {
            case CashlessCommand.Start() -> {
                isUnsettled = false;
                session.markStarted();
            }
            case CashlessCommand.Enable() -> session.want(true);
            case CashlessCommand.Disable() -> session.want(false);
            case CashlessCommand.RequestVend _ -> session.tell(new CashlessEvent.VendDenied());
            case CashlessCommand.ConfirmVend _, CashlessCommand.FailVend _ ->
                    settleWhenOpen = command;
            case CashlessCommand.Aside aside -> refuse(aside);
        }
    }

    /** No sale asks for what goes on beside one. */
    private static void refuse(CashlessCommand.Aside aside) {
        throw new IllegalArgumentException("beside the sale: " + aside);
    }

    /** The reader says something by itself. */
    void hear(CardWord word) {
        session.hear(word);
    }

    /** The reader says something that nobody understands. */
    void garbled() {
        session.garbled();
    }
}
