package org.assistcounter.simulators.cabinet;

import org.assistcounter.devices.cabinet.CabinetOutputs;

/**
 * The cabinet as somebody beside it sees it.
 *
 * @param releases how often the lock's coil got current
 * @param longestReleaseMillis the longest time it had current
 */
public record CabinetSnapshot(
        boolean isDoorOpen,
        CabinetOutputs outputs,
        long releases,
        long longestReleaseMillis,
        boolean connected) {}
