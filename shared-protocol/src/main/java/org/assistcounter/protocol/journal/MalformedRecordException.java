package org.assistcounter.protocol.journal;

/** Bytes that are not a journal record; the message says what is wrong. */
public final class MalformedRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedRecordException(String message) {
        super(message);
    }
}
