package org.assistcounter.fleet.enrolment.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.NativeCrypto;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Signer;

/**
 * An Ed25519 key in a file of its own, so that one can be moved elsewhere or lost without the
 * others. The file holds the 32 secret bytes in base64.
 */
public final class SigningKey {

    private final Signer signer;

    private SigningKey(Signer signer) {
        this.signer = signer;
    }

    static SigningKey in(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] drawn = new byte[Ed25519.KEY_LENGTH];
                random.nextBytes(drawn);
                DataDirectory.writePrivately(file, Base64.getEncoder().encode(drawn));
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return new SigningKey(NativeCrypto.signer(Base64.getDecoder().decode(text)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The signature, 64 bytes, over exactly these bytes. */
    public byte[] sign(byte[] message) {
        return signer.sign(message);
    }

    /** The raw 32 bytes by which others check a signature. */
    public byte[] publicKey() {
        return signer.publicKey();
    }
}
