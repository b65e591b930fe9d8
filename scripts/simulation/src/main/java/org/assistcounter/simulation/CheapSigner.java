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
    private static final byte[] KEY = Sha256.of(new byte[] {1});
    private static final byte[] KEY_ID = Sha256.keyId(KEY);

    @Override
    public byte[] sign(byte[] message) {
        return checksum(message);
    }

    @Override
    public byte[] publicKey() {
        return KEY.clone();
    }

    @Override
    public byte[] keyId() {
        return KEY_ID.clone();
    }

    static boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
        return Arrays.equals(checksum(message), signature) && Arrays.equals(publicKey, KEY);
    }

    private static byte[] checksum(byte[] message) {
        CRC32C checksum = new CRC32C();
        checksum.update(KEY);
        checksum.update(message);
        return ByteBuffer.allocate(Ed25519.SIGNATURE_LENGTH).putLong(checksum.getValue()).array();
    }
}
