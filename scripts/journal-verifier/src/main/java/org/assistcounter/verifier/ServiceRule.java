package org.assistcounter.verifier;

import java.util.function.Consumer;
import org.assistcounter.verifier.CborValue.Flag;

/** Rule 8 of the page: a cold chain is unlocked only while somebody is signed in for service. */
final class ServiceRule {
    private boolean isSignedIn;

    /**
     * Begins.
     *
     * @param perhapsSignedIn whether somebody may be, because the records begin in the middle
     */
    ServiceRule(boolean perhapsSignedIn) {
        isSignedIn = perhapsSignedIn;
    }

    void accept(Fact fact, Consumer<String> errors) {
        switch (fact.type()) {
            case FactForms.BOOTED, FactForms.EPOCH_BEGUN -> isSignedIn = false;
            case FactForms.SERVICE_SIGNED -> isSignedIn = holds(fact, "in");
            case FactForms.COLD_CHAIN_SWITCHED -> {
                if (!isSignedIn && !holds(fact, "locked")) {
                    errors.accept("a cold chain is unlocked while nobody is signed in for service");
                }
            }
            default -> {}
        }
    }

    private static boolean holds(Fact fact, String name) {
        return fact.fields().get(name) instanceof Flag(boolean flag) && flag;
    }
}
