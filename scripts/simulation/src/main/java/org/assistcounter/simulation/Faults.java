package org.assistcounter.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assistcounter.counter.sale.Effect;
import org.jspecify.annotations.Nullable;

/** The faults of one seed: how likely each is at each occasion, and how often each struck. */
final class Faults {
    private static final double RATE_MAX = 0.08;
    private static final double OFTEN_ASKED_RATE_MAX = 0.01;
    private static final double SELDOM_ASKED_RATE_MAX = 0.5;
    private static final double UNDER_WAY_RATE_MAX = 0.8;

    private static final int LATER_ONES_EVERY = 4;

    private final SplittableRandom random;
    private final SplittableRandom later;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);
    private final double underWayRate;
    private boolean healed;

    /**
     * Of what can strike at a level.
     *
     * @param later the dice of {@linkplain Fault#isLater later} faults
     */
    Faults(SplittableRandom random, SplittableRandom later, Level level) {
        this.random = random;
        this.later = later;
        for (Fault fault : Fault.values()) {
            boolean exists =
                    fault.isLater() ? later.nextInt(LATER_ONES_EVERY) == 0 : random.nextBoolean();
            double rate = dice(fault).nextDouble() * most(fault);
            rates.put(fault, exists && fault.isAt(level) ? rate : 0);
        }
        underWayRate = random.nextBoolean() ? random.nextDouble() * UNDER_WAY_RATE_MAX : 0;
    }

    /** What happens at many occasions is made rarer at each, and the other way round. */
    private static double most(Fault fault) {
        return switch (fault) {
            case POWER_CUT, WRITE_UNTOLD, DISK_FULL -> OFTEN_ASKED_RATE_MAX;
            case PAID_LATE, PRICES_CHANGED, NO_TRUSTED_TIME -> SELDOM_ASKED_RATE_MAX;
            default -> RATE_MAX;
        };
    }

    private SplittableRandom dice(Fault fault) {
        return fault.isLater() ? later : random;
    }

    /** Whether this seed has it. */
    boolean exists(Fault fault) {
        return rates.getOrDefault(fault, 0.0) > 0;
    }

    /** Whether the fault strikes at this occasion. */
    boolean strikes(Fault fault) {
        boolean strikes = dice(fault).nextDouble() < rates.getOrDefault(fault, 0.0) && !healed;
        if (strikes) {
            struck.merge(fault, 1L, Long::sum);
        }
        return strikes;
    }

    /** Whether the power goes just when an agent acts, which is worst where money is moved. */
    boolean cutPower(Effect effect, boolean isStarted) {
        boolean isOfMoney = isStarted && PowerCut.isAtMoney(effect);
        return strikes(Fault.POWER_CUT) || (isOfMoney && strikes(Fault.POWER_CUT_AT_MONEY));
    }

    /** One of these that exist in this seed, to strike while something is under way; or none. */
    @Nullable Fault underWay(List<Fault> kinds) {
        if (random.nextDouble() >= underWayRate || healed) {
            return null;
        }
        List<Fault> existing = kinds.stream().filter(this::exists).toList();
        if (existing.isEmpty()) {
            return null;
        }
        Fault fault = existing.get(random.nextInt(existing.size()));
        struck.merge(fault, 1L, Long::sum);
        return fault;
    }

    /** Some time from now, at most so long. */
    long within(long millis) {
        return random.nextLong(millis);
    }

    /** The same, by a die of its own: whether it strikes where it is told to, if it exists here. */
    boolean strikes(Fault fault, boolean now) {
        boolean strikes = now && !healed && rates.getOrDefault(fault, 0.0) > 0;
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
