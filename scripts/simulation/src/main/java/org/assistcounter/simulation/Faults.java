package org.assistcounter.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The faults of one seed: how likely each is at each occasion, and how often each struck. */
final class Faults {
    private static final double RATE_MAX = 0.08;
    private static final double OFTEN_ASKED_RATE_MAX = 0.01;
    private static final double PAID_LATE_RATE_MAX = 0.5;

    private final SplittableRandom random;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);
    private boolean healed;

    Faults(SplittableRandom random) {
        this.random = random;
        for (Fault fault : Fault.values()) {
            boolean exists = random.nextBoolean();
            double rate = random.nextDouble() * most(fault);
            rates.put(fault, exists ? rate : 0);
        }
    }

    /** What happens at many occasions is made rarer at each, and the other way round. */
    private static double most(Fault fault) {
        return switch (fault) {
            case POWER_CUT, WRITE_UNTOLD, DISK_FULL -> OFTEN_ASKED_RATE_MAX;
            case PAID_LATE -> PAID_LATE_RATE_MAX;
            default -> RATE_MAX;
        };
    }

    /** Whether the fault strikes at this occasion. */
    boolean strikes(Fault fault) {
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

    Map<Fault, Long> struck() {
        return struck;
    }
}
