package org.assistcounter.simulators.cashless;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;

/** A driver and a simulated reader on one wire in virtual time, for tests. */
final class CardTable {

    static final long WIRE_MILLIS = 5;

    final World world = new World();
    final List<CashlessEvent> events = new ArrayList<>();
    final SimulatedCashlessReader reader;
    private final CashlessSettings settings;
    final WireEnd<ReaderTrick, ReaderSnapshot> box;
    WireEnd<CashlessCommand, CashlessEvent> host;

    CardTable() {
        this(SimulatedCashlessReader.yuanConfig());
    }

    CardTable(ReaderMessage.ReaderConfig config) {
        this(config, WIRE_MILLIS);
    }

    private CardTable(ReaderMessage.ReaderConfig config, long wireMillis) {
        this(new ReaderModel(config), CashlessSettings.USUAL, wireMillis);
    }

    CardTable(ReaderModel model, CashlessSettings settings) {
        this(model, settings, WIRE_MILLIS);
    }

    private CardTable(ReaderModel model, CashlessSettings settings, long wireMillis) {
        this.settings = settings;
        reader = new SimulatedCashlessReader(model, CardLedger.EMPTY);
        box = new WireEnd<>(world, new SimulatedWaferBox(reader, 100), snapshot -> {});
        host = new WireEnd<>(world, new WaferCashless(settings), events::add);
        host.connect(box, wireMillis);
    }

    /** As {@link #enabled}, on a machine that is so busy that every answer comes late. */
    static CardTable enabledAndLate(long wireMillis) {
        CardTable table = new CardTable(SimulatedCashlessReader.yuanConfig(), wireMillis);
        table.command(new CashlessCommand.Start());
        table.command(new CashlessCommand.Enable());
        table.world.run(60 * wireMillis);
        return table;
    }

    /** Set up and enabled. */
    static CardTable enabled() {
        return new CardTable().enable();
    }

    CardTable enable() {
        command(new CashlessCommand.Start());
        command(new CashlessCommand.Enable());
        world.run(3_000);
        return this;
    }

    /** A card is there and 3.50 for item 11 are approved. */
    static CardTable approved() {
        CardTable table = enabled();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
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

    /** The host process dies and a new one connects. */
    void crashHost() {
        host.cut();
        events.clear();
        host = new WireEnd<>(world, new WaferCashless(settings), events::add);
        world.run(2_000);
        host.connect(box, WIRE_MILLIS);
    }

    CardLedger ledger() {
        return reader.ledger();
    }
}
