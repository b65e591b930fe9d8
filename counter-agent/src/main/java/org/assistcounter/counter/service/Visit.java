package org.assistcounter.counter.service;

/**
 * A technician at the counter. Signed out → Entering (asks for the keypad) → Checking (a code was
 * typed; the edge compares it) → Entering again (wrong, or none is set) | SignedIn → signed out.
 * Each ends by itself at {@code untilMillis}.
 */
public sealed interface Visit {
    long untilMillis();

    /** The keypad. */
    record Entering(Word word, long untilMillis) implements Visit {}

    /**
     * The edge compares a code; it takes a while on purpose.
     *
     * @param attempt which one, so that a late answer to an earlier one counts nothing
     */
    record Checking(long attempt, long untilMillis) implements Visit {}

    /** A technician is signed in; nothing is sold. */
    record SignedIn(long untilMillis) implements Visit {}

    /** What the keypad says. */
    enum Word {
        /** Type the code. */
        ENTER,
        /** It was not right. */
        WRONG,
        /** Too many were wrong: none is taken for a while. */
        PAUSED,
        /** This counter has no code. */
        NOT_SET
    }
}
