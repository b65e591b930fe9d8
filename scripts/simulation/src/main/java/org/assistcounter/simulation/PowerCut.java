package org.assistcounter.simulation;

/** The agent's power is gone: everything it had in memory is lost. */
final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("power cut", null, false, false);
    }
}
