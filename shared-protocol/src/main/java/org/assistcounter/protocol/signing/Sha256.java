package org.assistcounter.protocol.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** SHA-256, and the key id made of it. */
public final class Sha256 {
    /** Bytes of a key id. */
    public static final int KEY_ID_LENGTH = 8;

    private Sha256() {}

    /** The digest of the parts one after another. */
    public static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 8 bytes of the digest of a raw public key. */
    public static byte[] keyId(byte[] publicKey) {
        return Arrays.copyOf(of(publicKey), KEY_ID_LENGTH);
    }
}
