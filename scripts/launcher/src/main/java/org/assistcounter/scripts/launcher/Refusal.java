package org.assistcounter.scripts.launcher;

/** Something did not work that a person can understand and mend; the message is for that person. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isUsage;

    private Refusal(String words, boolean isUsage) {
        super(words);
        this.isUsage = isUsage;
    }

    /** What was asked for could not be done. */
    public Refusal(String words) {
        this(words, false);
    }

    /** The command line itself was wrong. */
    static Refusal usage(String words) {
        return new Refusal(words, true);
    }

    boolean isUsage() {
        return isUsage;
    }
}
