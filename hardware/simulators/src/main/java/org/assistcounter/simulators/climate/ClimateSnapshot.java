package org.assistcounter.simulators.climate;

import org.assistcounter.devices.climate.ClimateOutputs;

/**
 * The compartment as somebody in it feels it.
 *
 * @param warmSinceMillis since when the air has truly been above five degrees; Long.MAX_VALUE when
 *     it is not
 */
public record ClimateSnapshot(
        int airMilli, ClimateOutputs outputs, long warmSinceMillis, boolean connected) {}
