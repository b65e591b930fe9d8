package org.assistcounter.simulation;

import org.assistcounter.oracles.Broken;

/** An invariant that did not hold. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String message) {
        super(message);
    }

    /** What an oracle says. */
    static Violation of(Broken broken) {
        return new Violation(String.valueOf(broken.getMessage()));
    }

    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new Violation(message);
        }
    }
}
