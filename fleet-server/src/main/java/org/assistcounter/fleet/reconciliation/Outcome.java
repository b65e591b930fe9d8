package org.assistcounter.fleet.reconciliation;

import java.util.Locale;

/** What became of something that somebody wanted to do about a difference. */
public enum Outcome {
    DONE,
    /** There is no such difference of theirs. */
    UNKNOWN,
    /** Somebody, or a run, was faster. */
    CLOSED_ALREADY,
    /** A reason has 3 to 500 characters. */
    NO_REASON,
    /** Whom it is given to sees to it already. */
    THEIRS_ALREADY,
    /** Nobody of theirs has this name. */
    NO_SUCH_OWNER,
    /** Whoever has closed it cannot look at it as another. */
    OWN_CLOSING,
    /** Only what somebody has closed is looked at again. */
    STILL_OPEN;

    /** As addresses and pages say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
