package org.assistcounter.simulation.port;

/** Where a life's end of a card reader stands. */
enum CardPhase {
    /** Nothing has been asked since the line opened. */
    QUIET,
    /** It is to begin anew. */
    RESETTING,
    /** It has heard that, and is to say so. */
    AWAITING_RESET,
    /** It is told how a counter counts, and tells the same. */
    SETTING_UP,
    DISABLED,
    ENABLED,
    SESSION,
    REQUESTED,
    APPROVED,
    CONFIRMING,
    FAILING,
    CANCELLING,
    COMPLETING,
    OFFLINE;

    boolean isVend() {
        return this == REQUESTED || this == APPROVED || this == CANCELLING;
    }
}
