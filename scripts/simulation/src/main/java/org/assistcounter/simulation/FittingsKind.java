package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.simulators.climate.ClimateSnapshot;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;

/**
 * Which devices a cabinet has, and what lies in it.
 *
 * @param stock how many goods lie behind each motor
 */
record FittingsKind(ReaderKind reader, Probe probe, Map<Integer, Integer> stock) {

    /** A compartment of which nothing is known yet. */
    static final ClimateSnapshot UNFELT =
            new ClimateSnapshot(0, ClimateOutputs.OFF, Long.MAX_VALUE, false);

    static FittingsKind of(ReaderKind reader, Probe probe, ShelfRelease release) {
        Map<Integer, Integer> stock = new HashMap<>();
        for (ShelfSlot slot : release.slots()) {
            stock.put(slot.slot(), slot.loaded());
        }
        return new FittingsKind(reader, probe, stock);
    }
}
