package org.assistcounter.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of the page's sections "Signature" and "Hash". */
final class Hashes {

    private Hashes() {}

    /** SHA-256 of the parts, one after another. */
    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = fresh();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** A digest that nothing was put into. */
    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static byte[] ofRecord(byte[] record) {
        return sha256(new byte[1], record);
    }

    static byte[] genesis(byte[] counter, byte[] certificate) {
        return sha256(label("ACJ1-genesis"), counter, certificate);
    }

    /** ASCII text and one zero byte: what keeps one use of a hash or key apart from another. */
    static byte[] label(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
