package org.assistcounter.devices.wiring;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A wiring that cannot be used: every wrong line of it, and why. Nothing is guessed about money
 * wires.
 */
public final class WiringException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<WiringFault> faults;

    WiringException(List<WiringFault> faults) {
        super(faults.stream().map(WiringFault::toString).collect(joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the file. */
    public List<WiringFault> faults() {
        return faults;
    }
}
