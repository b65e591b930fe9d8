package org.assistcounter.simulators.locker;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lockers as somebody before them sees them.
 *
 * @param pulses how often each lock's coil got its pulse
 */
public record LockerSnapshot(
        Map<Integer, Integer> pulses, Set<Integer> openDoors, List<String> faults) {

    public LockerSnapshot {
        pulses = Map.copyOf(pulses);
        openDoors = Set.copyOf(openDoors);
        faults = List.copyOf(faults);
    }
}
