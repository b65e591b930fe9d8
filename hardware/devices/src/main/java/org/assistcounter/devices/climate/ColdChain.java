package org.assistcounter.devices.climate;

import java.util.OptionalInt;

/**
 * Whether what lies in a compartment may still be sold, as a value that is kept over restarts. It
 * holds durations, not moments: they are measured by a monotonic clock, which begins anew at each
 * start. A sensor that is lost counts as too warm. Once locked only a service lifts it.
 *
 * @param warmMillis how long it has been too warm
 * @param coldMillis how long it has been cold again; five minutes end a warm time
 */
public record ColdChain(boolean isLocked, long warmMillis, long coldMillis, long graceMillis) {

    private static final long COLD_AGAIN_MILLIS = 300_000;

    /** A compartment that was just filled. */
    public static ColdChain filled(ColdChainRule rule) {
        return new ColdChain(false, 0, 0, rule.serviceGraceMillis());
    }

    /** So much time has passed, with this temperature at its end. */
    public ColdChain passed(long millis, OptionalInt airMilli, ColdChainRule rule) {
        long grace = Math.max(0, graceMillis - millis);
        boolean isWarm = airMilli.isEmpty() || airMilli.getAsInt() > rule.limitMilli();
        if (!isWarm) {
            long cold = coldMillis + millis;
            long warm = cold >= COLD_AGAIN_MILLIS ? 0 : warmMillis;
            return new ColdChain(isLocked, warm, cold, grace);
        }
        long warm = warmMillis + Math.max(0, millis - graceMillis);
        return new ColdChain(isLocked || warm >= rule.warmMillis(), warm, 0, grace);
    }

    /** A door was opened. Goods that were cold get a grace; a door opened again and again none. */
    public ColdChain doorOpened(ColdChainRule rule) {
        return coldMillis >= COLD_AGAIN_MILLIS
                ? new ColdChain(
                        isLocked, warmMillis, 0, Math.max(graceMillis, rule.doorGraceMillis()))
                : this;
    }

    /** The program was away for at most so long: nobody measured, so it counts as too warm. */
    public ColdChain restarted(long awayMillisMost, ColdChainRule rule) {
        return passed(awayMillisMost, OptionalInt.empty(), rule);
    }

    /** A person with a service sign-in has looked at the goods and filled anew. */
    public ColdChain serviced(ColdChainRule rule) {
        return filled(rule);
    }
}
