package org.assistcounter.simulators.spiral;

/** What somebody can do to the matrix. */
public sealed interface SpiralTrick {

    /** What is wrong with the motors. */
    enum Fault {
        /** Motors stand away from home. */
        NOT_HOME,
        /** Motors do not move. */
        STUCK_HOME,
        /** Motors leave home and their home switch never closes again. */
        NEVER_HOME,
        /** Motors take too much current as soon as they move. */
        OVER_CURRENT,
        /** Goods hang. */
        NOTHING_FALLS,
        /** The drop sensor sees nothing and its self-test is bad. */
        SENSOR_BAD
    }

    /** A fault begins or is over. */
    record Set(Fault fault, boolean on) implements SpiralTrick {}

    /** The expander loses power for a moment. */
    record PowerBlip() implements SpiralTrick {}

    /** Nothing is answered for so long; writes are still heard. */
    record GoSilent(long millis) implements SpiralTrick {}

    /** The next answer has a wrong byte. */
    record FlipNext() implements SpiralTrick {}
}
