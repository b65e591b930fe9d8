package org.assistcounter.simulators.carrier;

/** What happens to one message on its way to the driver. */
public enum WireFault {
    /** Nothing. */
    NONE,
    /** A byte in its middle is missing. */
    BYTE_DROPPED,
    /** It comes in two portions with a few milliseconds between. */
    SPLIT,
    /** It comes twice. */
    DOUBLED,
    /** It is held back and comes in one piece with the next one. */
    GLUED;

    /** Whether nobody can know what was said. */
    public boolean isLoss() {
        return this == BYTE_DROPPED;
    }
}
