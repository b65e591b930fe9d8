package org.assistcounter.protocol.signing;

/** Signs with one key. */
public interface Signer {

    /** 64 bytes over the message. */
    byte[] sign(byte[] message);

    /** The raw public key, 32 bytes. */
    byte[] publicKey();

    /** What names the key in what it has signed: the first bytes of its hash. */
    default byte[] keyId() {
        return Sha256.keyId(publicKey());
    }
}
