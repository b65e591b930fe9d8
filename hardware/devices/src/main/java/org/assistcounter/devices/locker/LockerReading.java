package org.assistcounter.devices.locker;

/** What the bytes of a line give. */
public sealed interface LockerReading {

    /** A sound frame. */
    record Said(LockerMessage message) implements LockerReading {}

    /** Not a frame, and why. */
    record Unusable(String hex, LockerFault fault) implements LockerReading {}
}
