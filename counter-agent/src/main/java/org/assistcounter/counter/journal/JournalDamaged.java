package org.assistcounter.counter.journal;

/**
 * What was written once is not what is read now. Starting again mends nothing and a further record
 * would vouch for what nobody can read, so the file is left as it is for a person.
 */
public final class JournalDamaged extends JournalFailure {
    private static final long serialVersionUID = 1L;

    public JournalDamaged(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalDamaged(String message) {
        super(message);
    }
}
