package org.assistcounter.protocol.sync;

/** Text that is no checkpoint, or is not signed by the key expected. */
public final class MalformedNoteException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedNoteException(String message) {
        super(message);
    }
}
