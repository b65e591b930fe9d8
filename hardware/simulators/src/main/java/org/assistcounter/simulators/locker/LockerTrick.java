package org.assistcounter.simulators.locker;

/** What somebody can do to the lockers and their board. */
public sealed interface LockerTrick {

    /** Somebody closes a door. */
    record CloseDoor(int lock) implements LockerTrick {}

    /** A lock does not move, or moves again. */
    record Jam(int lock, boolean on) implements LockerTrick {}

    /** A door is held shut, or let go: its lock is released for the pulse and catches again. */
    record HoldShut(int lock, boolean on) implements LockerTrick {}

    /** The next unlock is carried out, and then nothing is said for so long. */
    record MuteOnUnlock(long millis) implements LockerTrick {}

    /** Every answer is the one before it, as from a buffer that nobody empties. */
    record BeStale(boolean on) implements LockerTrick {}

    /** The next answer has one wrong byte, so its sum is wrong. */
    record FlipNext() implements LockerTrick {}

    /** Noise comes instead of the next answer. */
    record NoiseNext() implements LockerTrick {}

    /** An answer comes that nobody asked for. */
    record SayUnasked() implements LockerTrick {}

    /** Nothing is heard or said for so long. */
    record GoSilent(long millis) implements LockerTrick {}
}
