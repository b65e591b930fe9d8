package org.assistcounter.fleet.reconciliation;

/** What became of something that somebody wanted to do about a difference. */
public enum Outcome {
    DONE,
    /** There is no such difference of theirs. */
    UNKNOWN,
    /** Somebody, or a run, was faster. */
    CLOSED_ALREADY,
    /** A reason has 3 to 500 characters. */
    NO_REASON,
    /** Nobody of theirs has this name. */
    NO_SUCH_OWNER,
    /** Whoever has closed it cannot look at it as another. */
    OWN_CLOSING
}
