package org.assistcounter.simulators.cabinet;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cabinet.CabinetCommand;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cabinet.CabinetLines;
import org.assistcounter.devices.cabinet.CabinetSettings;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;

/** Our lines and a simulated cabinet on one wire in virtual time, for tests. */
final class CabinetTable {

    final World world = new World();
    final List<CabinetEvent> events = new ArrayList<>();
    final WireEnd<CabinetTrick, CabinetSnapshot> cabinet;
    final WireEnd<CabinetCommand, CabinetEvent> host;
    private final List<CabinetSnapshot> snapshots = new ArrayList<>();

    CabinetTable() {
        cabinet = new WireEnd<>(world, new SimulatedCabinet(), snapshots::add);
        host = new WireEnd<>(world, new CabinetLines(CabinetSettings.USUAL), events::add);
        host.connect(cabinet, 1);
    }

    /** The contacts are known. */
    static CabinetTable ready() {
        CabinetTable table = new CabinetTable();
        table.world.run(1_000);
        table.events.clear();
        return table;
    }

    void trick(CabinetTrick trick) {
        cabinet.command(trick);
    }

    void release(long number) {
        host.command(new CabinetCommand.ReleaseLock(number));
    }

    CabinetSnapshot seen() {
        return snapshots.getLast();
    }
}
