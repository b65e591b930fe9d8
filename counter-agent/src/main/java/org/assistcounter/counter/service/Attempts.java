package org.assistcounter.counter.service;

import org.assistcounter.protocol.journal.Fact;

/**
 * Wrong codes, and how long none is taken after them. Each five make a pause: ten minutes, then
 * twenty, forty, and an hour from then on. So a code of six digits stands about 130 tries a day,
 * and whoever plays with the keypad keeps a technician out for an hour at most.
 *
 * @param wrong how many in a row since the last sign-in
 * @param pausedUntilMillis when a code is taken again; monotonic, since the agent started
 * @param asked how many codes this run has asked about; an answer to an older one counts nothing
 */
public record Attempts(int wrong, long pausedUntilMillis, long asked) {
    private static final int FREE = 5;
    private static final long PAUSE_MILLIS = 600_000;
    private static final long PAUSE_MILLIS_MAX = 3_600_000;

    /** Nobody has tried anything. */
    public static final Attempts NONE = new Attempts(0, 0, 0);

    /** Whether no code is taken now. */
    public boolean isPaused(long nowMillis) {
        return nowMillis < pausedUntilMillis;
    }

    /** How many more may be wrong before the next pause. */
    public int left() {
        return FREE - wrong % FREE;
    }

    /** The edge is asked about one more. */
    public Attempts ask() {
        return new Attempts(wrong, pausedUntilMillis, asked + 1);
    }

    /** One more was wrong: what is to be written down. */
    public Fact.ServiceRefused refused() {
        return new Fact.ServiceRefused(wrong + 1, pauseMillis(wrong + 1));
    }

    /** As it stands once that is written down; a late answer shortens no pause. */
    public Attempts after(Fact.ServiceRefused fact, long nowMillis) {
        long until = Math.max(pausedUntilMillis, nowMillis + fact.pauseMillis());
        return new Attempts(fact.wrong(), until, asked);
    }

    /** One was right. */
    public Attempts cleared() {
        return new Attempts(0, 0, asked);
    }

    private static long pauseMillis(int wrong) {
        if (wrong % FREE != 0) {
            return 0;
        }
        int pausesBefore = wrong / FREE - 1;
        return pausesBefore > 2
                ? PAUSE_MILLIS_MAX
                : Math.min(PAUSE_MILLIS << pausesBefore, PAUSE_MILLIS_MAX);
    }
}
