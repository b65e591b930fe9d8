package org.assistcounter.fleet.settings;

/**
 * The server cannot start, and a person can do something about it. Carries what happened and what
 * to do; {@link StartRefusedWords} prints both instead of a stack trace.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** A refusal without a cause to show. */
    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** A refusal caused by something a technician may want to see. */
    public StartRefused(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** What the person who starts the server can do. */
    public String remedy() {
        return remedy;
    }
}
