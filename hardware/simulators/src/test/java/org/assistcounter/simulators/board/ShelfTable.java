package org.assistcounter.simulators.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;

/** A driver and a simulated board with three selections on one wire in virtual time, for tests. */
final class ShelfTable {

    static final long WIRE_MILLIS = 5;

    final World world = new World();
    final List<DispenserEvent> events = new ArrayList<>();
    final WireEnd<BoardTrick, BoardSnapshot> board;
    WireEnd<DispenserCommand, DispenserEvent> host;
    private final List<BoardSnapshot> snapshots = new ArrayList<>();

    ShelfTable() {
        var goods = new SelectionCount(5, 0, 0);
        var simulated = new SimulatedVendingBoard(Map.of(11, goods, 12, goods, 513, goods), 200);
        board = new WireEnd<>(world, simulated, snapshots::add);
        host = new WireEnd<>(world, new VendingBoard(), events::add);
        host.connect(board, WIRE_MILLIS);
    }

    /** The board is known to be well. */
    static ShelfTable ready() {
        ShelfTable table = new ShelfTable();
        table.world.run(3_000);
        table.events.clear();
        return table;
    }

    void trick(BoardTrick trick) {
        board.command(trick);
    }

    void turn(long number, int selection) {
        host.command(new DispenserCommand.TurnMotor(number, selection));
    }

    SelectionCount count(int selection) {
        return snapshots.getLast().selections().getOrDefault(selection, SelectionCount.EMPTY);
    }

    /** The host process dies and a new one connects. */
    void crashHost() {
        host.cut();
        events.clear();
        host = new WireEnd<>(world, new VendingBoard(), events::add);
        host.connect(board, WIRE_MILLIS);
    }
}
