package org.assistcounter.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Which faults of the fleet's side a seed has, how likely each is, and how often each struck. */
final class FleetFaults {
    private final SplittableRandom random;
    private final Map<FleetFault, SplittableRandom> later = new EnumMap<>(FleetFault.class);
    private final Map<FleetFault, Double> rates = new EnumMap<>(FleetFault.class);
    private final Map<FleetFault, Long> struck = new EnumMap<>(FleetFault.class);
    private boolean healed;

    /**
     * @param later of which the dice of {@linkplain FleetFault#isLater later} faults are made, each
     *     its own: one more of them changes nothing in the others
     */
    FleetFaults(SplittableRandom random, long later) {
        this.random = random;
        for (FleetFault fault : FleetFault.values()) {
            if (fault.isLater()) {
                this.later.put(fault, new SplittableRandom(later + this.later.size()));
            }
        }
        for (FleetFault fault : FleetFault.values()) {
            SplittableRandom dice = dice(fault);
            boolean exists = dice.nextBoolean();
            double rate = dice.nextDouble() * fault.rateMax();
            rates.put(fault, exists ? rate : 0);
        }
    }

    private SplittableRandom dice(FleetFault fault) {
        return later.getOrDefault(fault, random);
    }

    /** Whether the fault strikes at this occasion. */
    boolean strikes(FleetFault fault) {
        boolean strikes = dice(fault).nextDouble() < rates.getOrDefault(fault, 0.0) && !healed;
        if (strikes) {
            struck.merge(fault, 1L, Long::sum);
        }
        return strikes;
    }

    /** A number below this one, by the dice of a later fault. */
    int below(FleetFault fault, int bound) {
        return dice(fault).nextInt(bound);
    }

    /** From now on nothing goes wrong any more. */
    void heal() {
        healed = true;
    }

    Map<FleetFault, Long> struck() {
        return struck;
    }
}
