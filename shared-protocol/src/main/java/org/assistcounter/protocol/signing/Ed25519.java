package org.assistcounter.protocol.signing;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** PureEdDSA over Ed25519 (RFC 8032, section 5.1). */
public final class Ed25519 implements Signer {
    /** Bytes of a secret seed and of a public key. */
    public static final int KEY_LENGTH = 32;

    /** Bytes of a signature. */
    public static final int SIGNATURE_LENGTH = 64;

    private final byte[] seed;
    private final byte[] publicKey;
    private final byte[] keyId;

    /** From the 32-byte secret seed of RFC 8032. */
    public Ed25519(byte[] seed) {
        if (seed.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        this.seed = seed.clone();
        this.publicKey = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        this.keyId = Sha256.keyId(publicKey);
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[SIGNATURE_LENGTH];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
                seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] keyId() {
        return keyId.clone();
    }

    /**
     * Whether these bytes are a key that is worth asking: a point, in its one encoding, of the
     * large group. For a point of small order anybody can make signatures.
     */
    public static boolean isKey(byte[] publicKey) {
        return publicKey.length == KEY_LENGTH
                && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(publicKey, 0);
    }

    /** False for a wrong signature, and for keys and signatures of a wrong length. */
    public static boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_LENGTH || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                signature, 0, publicKey, 0, message, 0, message.length);
    }
}
