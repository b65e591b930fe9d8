package org.assistcounter.fuzzing;

import org.assistcounter.protocol.signing.Ed25519;

/** The fleet whose notes are read. */
final class Notes {
    static final String ORIGIN = "fleet.example";
    static final Ed25519 KEY = new Ed25519(new byte[Ed25519.KEY_LENGTH]);

    private Notes() {}
}
