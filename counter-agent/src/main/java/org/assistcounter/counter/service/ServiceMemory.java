package org.assistcounter.counter.service;

import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.ClockReading.ClockQuality;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells a starting agent of the service: a fold over its facts.
 *
 * @param isSignedIn whether somebody was signed in when the agent died
 * @param refused the newest wrong code since the last sign-in; null if there was none
 */
public record ServiceMemory(boolean isSignedIn, @Nullable Refused refused, Troubles troubles) {

    /** An empty journal. */
    public static final ServiceMemory NOTHING = new ServiceMemory(false, null, Troubles.NONE);

    /** A wrong code, and what the clocks said of it. */
    public record Refused(Fact.ServiceRefused fact, ClockReading clock) {}

    /** The memory after this fact. */
    public ServiceMemory after(Fact fact, ClockReading clock) {
        Troubles next = troubles.after(fact, clock.wallMillis());
        return switch (fact) {
            case Fact.ServiceSigned f -> new ServiceMemory(f.in(), f.in() ? null : refused, next);
            case Fact.ServiceRefused f ->
                    new ServiceMemory(isSignedIn, new Refused(f, clock), next);
            case Fact _ -> new ServiceMemory(isSignedIn, refused, next);
        };
    }

    /**
     * The wrong codes at a start. A pause goes on for what is left of it; where the clocks cannot
     * tell, it begins anew, so that nobody shortens it by pulling the plug.
     */
    public Attempts attempts(ClockReading now, long nowMillis) {
        if (refused == null) {
            return Attempts.NONE;
        }
        long pause = refused.fact().pauseMillis();
        long left = Math.max(0, pause - awayMillis(refused.clock(), now));
        return new Attempts(refused.fact().wrong(), nowMillis + left, 0);
    }

    private static long awayMillis(ClockReading then, ClockReading now) {
        long between = now.wallMillis() - then.wallMillis();
        boolean isKnown =
                now.quality() != ClockQuality.NONE
                        && then.quality() != ClockQuality.NONE
                        && between >= 0;
        return isKnown ? between : 0;
    }
}
