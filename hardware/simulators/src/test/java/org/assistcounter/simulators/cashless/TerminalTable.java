package org.assistcounter.simulators.cashless;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;

/** A terminal of either kind and its other end on one wire in virtual time. */
final class TerminalTable {

    private static final long WIRE_MILLIS = 5;

    final World world = new World();
    final List<CashlessEvent> events = new ArrayList<>();
    private final TerminalKind kind;
    private final WireEnd<ReaderTrick, ReaderSnapshot> box;
    private ReaderSnapshot snapshot =
            new ReaderSnapshot(ReaderState.INACTIVE, CardLedger.EMPTY, List.of(), false);
    private WireEnd<CashlessCommand, CashlessEvent> host;

    TerminalTable(TerminalKind kind) {
        this.kind = kind;
        box = new WireEnd<>(world, kind.otherEnd(), latest -> snapshot = latest);
        host = new WireEnd<>(world, kind.driver(), events::add);
        connect();
    }

    /** Set up and enabled. */
    static TerminalTable enabled(TerminalKind kind) {
        TerminalTable table = new TerminalTable(kind);
        table.command(new CashlessCommand.Start());
        table.command(new CashlessCommand.Enable());
        table.world.run(3_000);
        return table;
    }

    /** A card with 10.00 is there. */
    static TerminalTable tapped(TerminalKind kind) {
        TerminalTable table = enabled(kind);
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        return table;
    }

    /** 3.50 for item 11 are approved. */
    static TerminalTable approved(TerminalKind kind) {
        TerminalTable table = tapped(kind);
        table.command(new CashlessCommand.RequestVend(350, 11));
        table.world.run(2_000);
        return table;
    }

    void command(CashlessCommand command) {
        host.command(command);
    }

    void trick(ReaderTrick trick) {
        box.command(trick);
    }

    void cut() {
        host.cut();
    }

    void connect() {
        host.connect(box, WIRE_MILLIS);
    }

    /** The host process dies and a new one connects two seconds later. */
    void crashHost() {
        host.cut();
        events.clear();
        host = new WireEnd<>(world, kind.driver(), events::add);
        world.run(2_000);
        connect();
    }

    CardLedger ledger() {
        return snapshot.ledger();
    }

    ReaderState state() {
        return snapshot.state();
    }

    long count(Class<? extends CashlessEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }
}
