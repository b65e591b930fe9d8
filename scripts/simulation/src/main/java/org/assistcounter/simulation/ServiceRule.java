package org.assistcounter.simulation;

import org.assistcounter.protocol.journal.Fact;

/**
 * Nobody buys while a technician is signed in, a cold chain is unlocked by nobody else, and after
 * too many wrong codes none signs in until the pause is over, whatever happened to the power.
 */
final class ServiceRule {
    private boolean isSignedIn;
    private long pausedUntilMillis;

    /**
     * @param nowMillis when the fact was written, in the world
     */
    void follow(Fact fact, long nowMillis) {
        switch (fact) {
            case Fact.ServiceSigned f -> {
                Violation.unless(f.in() != isSignedIn, "a sign-in or sign-out is written twice");
                Violation.unless(
                        !f.in() || nowMillis >= pausedUntilMillis,
                        "a technician signs in during the pause after wrong codes");
                isSignedIn = f.in();
            }
            case Fact.ServiceRefused f ->
                    pausedUntilMillis = Math.max(pausedUntilMillis, nowMillis + f.pauseMillis());
            case Fact.SaleOpened _ ->
                    Violation.unless(!isSignedIn, "a sale begins while a technician is signed in");
            case Fact.ColdChainSwitched f ->
                    Violation.unless(
                            isSignedIn || f.locked(),
                            "a cold chain is unlocked while nobody is signed in");
            case Fact _ -> {}
        }
    }
}
