package org.assistcounter.protocol.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** SHA-256, and the key id made of it. */
public final class Sha256 {
    /** Bytes of a key id. */
    public static final int KEY_ID_LENGTH = 8;

    /** Nothing is ever put in: a copy is cheaper than to look for the algorithm again. */
    private static final MessageDigest FRESH = made();

    private Sha256() {}

    /** The digest of the parts one after another. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = fresh();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return made();
        }
    }

    private static MessageDigest made() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 8 bytes of the digest of a raw public key. */
    public static byte[] keyId(byte[] publicKey) {
        return Arrays.copyOf(of(publicKey), KEY_ID_LENGTH);
    }
}
