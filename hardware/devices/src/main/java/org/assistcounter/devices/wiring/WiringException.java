package org.assistcounter.devices.wiring;

/**
 * A wiring that cannot be used: which line of it, and why. Nothing is guessed about money wires.
 */
public final class WiringException extends Exception {

    private static final long serialVersionUID = 1L;

    WiringException(String line, String reason) {
        super(line + ": " + reason);
    }
}
