package org.assistcounter.fleet.enrolment.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.assistcounter.fleet.settings.DataDirectory;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An Ed25519 key in a file of its own, so that one can be moved elsewhere or lost without the
 * others. The file holds the 32 secret bytes in base64.
 */
public final class SigningKey {

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    private final Ed25519PrivateKeyParameters secret;

    private SigningKey(Ed25519PrivateKeyParameters secret) {
        this.secret = secret;
    }

    static SigningKey in(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] drawn = new Ed25519PrivateKeyParameters(random).getEncoded();
                DataDirectory.writePrivately(file, Base64.getEncoder().encode(drawn));
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return new SigningKey(
                    new Ed25519PrivateKeyParameters(Base64.getDecoder().decode(text)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The signature, 64 bytes, over exactly these bytes. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** The raw 32 bytes by which others check a signature. */
    public byte[] publicKey() {
        return secret.generatePublicKey().getEncoded();
    }

    /** Whether the holder of this raw public key signed these bytes; false for a malformed key. */
    public static boolean isSignedBy(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException noPointOnTheCurve) {
            return false;
        }
    }
}
