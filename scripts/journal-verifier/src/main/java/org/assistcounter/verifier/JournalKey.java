package org.assistcounter.verifier;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A counter's public key, its short name in each header, and the check of one signature. */
final class JournalKey {

    static final int SIZE = Ed25519.PUBLIC_KEY_SIZE;

    private static final int ID_SIZE = 8;
    private static final byte[] LABEL = Hashes.label("ACJ1-rec");

    private final Ed25519PublicKeyParameters key;
    private final String id;

    /** Refuses points that are not on the curve or of small order: anybody can sign for those. */
    JournalKey(byte[] raw) throws MalformedException {
        if (raw.length != SIZE || !Ed25519.validatePublicKeyFull(raw, 0)) {
            throw new MalformedException("the key is not an Ed25519 public key");
        }
        key = new Ed25519PublicKeyParameters(raw);
        id = HexFormat.of().formatHex(Hashes.sha256(raw), 0, ID_SIZE);
    }

    String id() {
        return id;
    }

    String hex() {
        return HexFormat.of().formatHex(key.getEncoded());
    }

    /** Whether the last 64 bytes of a record sign all before them. */
    boolean signed(byte[] record) {
        int content = record.length - Ed25519.SIGNATURE_SIZE;
        byte[] message = Arrays.copyOf(LABEL, LABEL.length + content);
        System.arraycopy(record, 0, message, LABEL.length, content);
        return key.verify(
                Ed25519.Algorithm.Ed25519, null, message, 0, message.length, record, content);
    }
}
