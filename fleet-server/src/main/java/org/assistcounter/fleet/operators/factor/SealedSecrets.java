package org.assistcounter.fleet.operators.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets of people and organisations from who reads the database: AES-256-GCM with a key in
 * the folder of keys, bound to whose it is, so that a row put into another's place opens nothing.
 */
@Component
public class SealedSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(SealedSecrets.class);
    private static final String FILE = "second-factor.aes";
    private static final String PROVIDER_OF = "the provider of organisation ";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    SealedSecrets(DataDirectory data, ExternalSettings external, SecureRandom random) {
        this.key = new SecretKeySpec(key(data.keys(external), random), "AES");
        this.random = random;
    }

    /** The nonce, the sealed bytes, the tag, in hex. */
    String seal(UUID person, byte[] secret) {
        return seal(bytes(person), secret);
    }

    /** The same for what an organisation has at its provider. */
    public String seal(String tenant, byte[] secret) {
        return seal(bytes(tenant), secret);
    }

    private String seal(byte[] owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce, secret);
            return HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(sealed);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What was sealed for this person; empty where it was with another key, or for another. */
    Optional<byte[]> open(UUID person, String hex) {
        return open(bytes(person), hex);
    }

    /** The same for what an organisation has at its provider. */
    public Optional<byte[]> open(String tenant, String hex) {
        return open(bytes(tenant), hex);
    }

    private Optional<byte[]> open(byte[] owner, String hex) {
        byte[] sealed = HexFormat.of().parseHex(hex);
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, owner, nonce, rest));
        } catch (AEADBadTagException wrongKey) {
            LOG.error("A secret was not sealed with the key {}.", FILE, wrongKey);
            return Optional.empty();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private byte[] cipher(int mode, byte[] owner, byte[] nonce, byte[] text)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner);
        return cipher.doFinal(text);
    }

    private static byte[] bytes(UUID person) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    /** Longer than the bytes of any person. */
    private static byte[] bytes(String tenant) {
        return (PROVIDER_OF + tenant).getBytes(StandardCharsets.UTF_8);
    }

    /** Instances that share the folder may start at once: one of them draws the key. */
    private static byte[] key(Path folder, SecureRandom random) {
        Path file = folder.resolve(FILE);
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("second-factor.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(file)) {
                byte[] drawn = new byte[KEY_BYTES];
                random.nextBytes(drawn);
                DataDirectory.writePrivately(file, drawn);
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
