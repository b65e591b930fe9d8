package org.assistcounter.fleet.enrolment.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.assistcounter.fleet.settings.DataDirectory;
import org.springframework.stereotype.Component;

/**
 * The directory `keys` of the data directory. What must survive is made once; the certificates of
 * the broker and of our own client are made anew at every start, so they never expire on anybody.
 * The broker is given its own file and the trusted certificate, and can reach no other key.
 */
@Component
public class DevelopmentKeys {

    private static final int PASSWORD_BYTES = 24;

    private final Path directory;
    private final String password;
    private final SecureRandom random;
    private final CertificateAuthority authority;

    DevelopmentKeys(DataDirectory data, SecureRandom random, Clock clock) {
        this.directory = data.directory("keys");
        this.random = random;
        this.password = password(directory.resolve("password"), random);
        this.authority = CertificateAuthority.in(file("authority"), random, clock.instant());
        file("trust").writeTrust(authority.certificate());
        issue("broker", CertificateAuthority.Role.BROKER, clock);
        issue("fleet", CertificateAuthority.Role.CLIENT, clock);
    }

    /** Who issues certificates. */
    public CertificateAuthority authority() {
        return authority;
    }

    /** The PKCS#12 file of one holder: `broker`, `fleet`, or `trust` for the authority alone. */
    public KeyStoreFile file(String holder) {
        return new KeyStoreFile(directory.resolve(holder + ".p12"), password);
    }

    /** The signing key of one purpose, drawn when it is first asked for. */
    public SigningKey signingKey(String purpose) {
        return SigningKey.in(directory.resolve(purpose + ".ed25519"), random);
    }

    private void issue(String name, CertificateAuthority.Role role, Clock clock) {
        KeyPair pair = CertificateAuthority.drawKeys(random);
        var certificate = authority.issue(name, pair.getPublic(), role, clock.instant());
        file(name).writeKey(pair.getPrivate(), certificate, authority.certificate());
    }

    private static String password(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[PASSWORD_BYTES];
                random.nextBytes(secret);
                String text = HexFormat.of().formatHex(secret);
                DataDirectory.writePrivately(file, text.getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
