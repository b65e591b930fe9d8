package org.assistcounter.counter.sale;

/** How long a sale waits for whom, in milliseconds. */
final class Limits {
    static final long LOOKING = 60_000;
    static final long CHOOSING = 60_000;
    static final long AWAITING_CARD = 60_000;

    /** Longer than a reader's own limit, so that the reader's word comes first. */
    static final long AUTHORISING = 90_000;

    static final long CANCELLING = 15_000;
    static final long ORDERING = 15_000;
    static final long AWAITING_SCAN = 120_000;

    /** As long as the wallets let a payer think after a code was scanned. */
    static final long CHARGING = 60_000;

    static final long QUERY_EVERY = 1_000;
    static final long CLOSING = 10_000;

    /** Longer than the board's own limit for a turn. */
    static final long DISPENSING = 45_000;

    static final long RETURNING = 45_000;
    static final long RECOVERING = 45_000;
    static final long LAST_PAGE = 20_000;
    static final long UNPAID_PAGE = 8_000;

    static final long KEYPAD = 60_000;

    /** Longer than the slowest computer takes for one code. */
    static final long COMPARING = 20_000;

    /** A technician who went away and forgot to sign out. */
    static final long SERVICE_IDLE = 180_000;

    /** A fault that repeats is written once in this time. */
    static final long FAULT_EVERY = 10_000;

    private Limits() {}
}
