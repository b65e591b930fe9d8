package org.assistcounter.protocol.cbor;

/** Bytes that are not the deterministic CBOR the protocol uses; the message says what is wrong. */
public final class MalformedCborException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedCborException(String message) {
        super(message);
    }
}
