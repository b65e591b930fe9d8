package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;

/**
 * Which devices a cabinet has, and what lies in it.
 *
 * @param stock how many goods lie behind each motor
 */
record FittingsKind(ReaderKind reader, Probe probe, Map<Integer, Integer> stock) {

    /** The same, of motors that have not turned yet. */
    Map<Integer, SelectionCount> selections() {
        Map<Integer, SelectionCount> selections = new HashMap<>();
        stock.forEach((slot, loaded) -> selections.put(slot, new SelectionCount(loaded, 0, 0)));
        return selections;
    }

    static FittingsKind of(ReaderKind reader, Probe probe, ShelfRelease release) {
        Map<Integer, Integer> stock = new HashMap<>();
        for (ShelfSlot slot : release.slots()) {
            stock.put(slot.slot(), slot.loaded());
        }
        return new FittingsKind(reader, probe, stock);
    }
}
