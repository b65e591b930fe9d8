package org.assistcounter.simulation;

import org.assistcounter.protocol.identity.CounterId;

/**
 * One message of a counter to the fleet, in its exact bytes. A class and not a record, since nobody
 * compares two.
 */
final class Message implements Arrival {
    private final CounterId counter;
    private final String suffix;
    private final byte[] payload;

    Message(CounterId counter, String suffix, byte[] payload) {
        this.counter = counter;
        this.suffix = suffix;
        this.payload = payload.clone();
    }

    CounterId counter() {
        return counter;
    }

    /** The last part of its topic. */
    String suffix() {
        return suffix;
    }

    byte[] payload() {
        return payload.clone();
    }
}
