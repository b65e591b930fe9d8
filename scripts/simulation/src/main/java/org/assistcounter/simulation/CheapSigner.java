package org.assistcounter.simulation;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Sha256;
import org.assistcounter.protocol.signing.Signer;

/**
 * Stands in for Ed25519 where a simulation makes millions of records: a keyed checksum that notices
 * every changed byte, and that nobody in a simulation tries to forge. {@link Level} says which
 * seeds run with the real one.
 */
final class CheapSigner implements Signer {
    private final byte[] key;
    private final byte[] keyId;

    /** The first key of whoever has several. */
    CheapSigner() {
        this(1);
    }

    CheapSigner(int number) {
        key = Sha256.of(new byte[] {(byte) number});
        keyId = Sha256.keyId(key);
    }

    @Override
    public byte[] sign(byte[] message) {
        return checksum(key, message);
    }

    @Override
    public byte[] publicKey() {
        return key.clone();
    }

    @Override
    public byte[] keyId() {
        return keyId.clone();
    }

    static boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
        return Arrays.equals(checksum(publicKey, message), signature);
    }

    private static byte[] checksum(byte[] key, byte[] message) {
        CRC32C checksum = new CRC32C();
        checksum.update(key);
        checksum.update(message);
        return ByteBuffer.allocate(Ed25519.SIGNATURE_LENGTH).putLong(checksum.getValue()).array();
    }
}
