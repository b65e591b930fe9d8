package org.assistcounter.protocol.signing;

/** Checks a signature with a raw public key. */
@FunctionalInterface
public interface SignatureCheck {

    boolean holds(byte[] publicKey, byte[] message, byte[] signature);
}
