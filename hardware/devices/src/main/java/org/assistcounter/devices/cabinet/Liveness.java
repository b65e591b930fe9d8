package org.assistcounter.devices.cabinet;

/**
 * Whether the program's core is alive: it is asked questions with a number and has to answer the
 * latest one. An old answer proves nothing, and a question that waits too long means no.
 */
public record Liveness(long patienceMillis, long question, boolean isAnswered, long askedAtMillis) {

    /** Nothing has been asked; a program that starts has its patience before the first answer. */
    public static Liveness starting(long patienceMillis, long nowMillis) {
        if (patienceMillis < 1) {
            throw new IllegalArgumentException("" + patienceMillis);
        }
        return new Liveness(patienceMillis, 0, false, nowMillis);
    }

    /** The next question; while one is open it stays the same, so its age is not forgotten. */
    public Liveness asked(long nowMillis) {
        return isAnswered || question == 0
                ? new Liveness(patienceMillis, question + 1, false, askedSince(nowMillis))
                : this;
    }

    /** An answer came. */
    public Liveness answered(long number) {
        return number == question && question > 0
                ? new Liveness(patienceMillis, question, true, askedAtMillis)
                : this;
    }

    /** Whether a watchdog may be fed. */
    public boolean isAlive(long nowMillis) {
        return nowMillis - askedAtMillis < patienceMillis;
    }

    private long askedSince(long now) {
        return question == 0 ? askedAtMillis : now;
    }
}
