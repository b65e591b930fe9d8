package org.assistcounter.counter.journal;

/**
 * The journal cannot be written or read. Nothing may be sold without it, so this stops the agent;
 * its supervisor starts it again.
 */
public class JournalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalFailure(String message) {
        super(message);
    }
}
