package org.assistcounter.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Which faults of the fleet's side a seed has, how likely each is, and how often each struck. */
final class FleetFaults {
    private final SplittableRandom random;
    private final Map<FleetFault, Double> rates = new EnumMap<>(FleetFault.class);
    private final Map<FleetFault, Long> struck = new EnumMap<>(FleetFault.class);
    private boolean healed;

    FleetFaults(SplittableRandom random) {
        this.random = random;
        for (FleetFault fault : FleetFault.values()) {
            boolean exists = random.nextBoolean();
            double rate = random.nextDouble() * fault.rateMax();
            rates.put(fault, exists ? rate : 0);
        }
    }

    /** Whether the fault strikes at this occasion. */
    boolean strikes(FleetFault fault) {
        boolean strikes = random.nextDouble() < rates.getOrDefault(fault, 0.0) && !healed;
        if (strikes) {
            struck.merge(fault, 1L, Long::sum);
        }
        return strikes;
    }

    /** From now on nothing goes wrong any more. */
    void heal() {
        healed = true;
    }

    Map<FleetFault, Long> struck() {
        return struck;
    }
}
