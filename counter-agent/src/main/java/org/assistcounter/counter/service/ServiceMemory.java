package org.assistcounter.counter.service;

import org.assistcounter.protocol.journal.ClockReading;
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

    /**
     * A wrong code, and how long the agent has lived since.
     *
     * @param atMillis the monotonic clock of the newest record
     */
    public record Refused(Fact.ServiceRefused fact, long livedMillis, long atMillis) {

        /** So much later; a monotonic clock that went back began anew with another start. */
        Refused at(long monotonicMillis) {
            long more = monotonicMillis - atMillis;
            return new Refused(
                    fact, livedMillis + (more >= 0 ? more : monotonicMillis), monotonicMillis);
        }
    }

    /** The memory after this fact. */
    public ServiceMemory after(Fact fact, ClockReading clock) {
        Troubles next = troubles.after(fact, clock.wallMillis());
        long now = clock.monotonicMillis();
        Refused later = refused == null ? null : refused.at(now);
        return switch (fact) {
            case Fact.ServiceSigned f -> new ServiceMemory(f.in(), f.in() ? null : later, next);
            case Fact.ServiceRefused f ->
                    new ServiceMemory(isSignedIn, new Refused(f, 0, now), next);
            case Fact _ -> new ServiceMemory(isSignedIn, later, next);
        };
    }

    /**
     * The wrong codes at a start. A pause goes on for what is left of it by the time in which the
     * agent is known to have lived. Time without power does not count, because a wall clock can be
     * set: so nobody shortens a pause by pulling the plug, or by lying about the time.
     */
    public Attempts attempts(ClockReading now, long nowMillis) {
        if (refused == null) {
            return Attempts.NONE;
        }
        long lived = refused.at(now.monotonicMillis()).livedMillis();
        long left = Math.max(0, refused.fact().pauseMillis() - lived);
        return new Attempts(refused.fact().wrong(), nowMillis + left, 0);
    }
}
