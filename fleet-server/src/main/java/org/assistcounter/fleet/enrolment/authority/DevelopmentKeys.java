package org.assistcounter.fleet.enrolment.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The directory `keys` of the data directory, or the one that several instances share. What must
 * survive is made once, by whoever comes first; the certificates of the broker and of our own
 * client are made anew at every start, so they never expire on anybody. The broker is given its own
 * file and the trusted certificate, and can reach no other key.
 */
@Component
public class DevelopmentKeys {

    private static final int PASSWORD_BYTES = 24;

    private final Path directory;
    private final String password;
    private final SecureRandom random;
    private final CertificateAuthority authority;

    @Autowired
    DevelopmentKeys(
            DataDirectory data, ExternalSettings external, SecureRandom random, Clock clock) {
        this(data.keys(external), random, clock.instant());
        String fleet = external.brokerName();
        file(fleet).write(issued(fleet, CertificateAuthority.Purpose.CLIENT, clock.instant()));
        if (external.hasEmbeddedBroker()) {
            file("broker")
                    .write(
                            issued(
                                    "broker",
                                    CertificateAuthority.Purpose.OWN_BROKER,
                                    clock.instant()));
        }
    }

    private DevelopmentKeys(Path directory, SecureRandom random, Instant now) {
        this.directory = directory;
        this.random = random;
        this.password = alone(() -> password(directory.resolve("password"), random));
        this.authority = alone(() -> CertificateAuthority.in(file("authority"), random, now));
        alone(() -> file("trust").writeTrust(authority.certificate()));
    }

    /** For a program beside the server: the keys of this folder, made when there are none. */
    public static DevelopmentKeys in(Path directory, SecureRandom random, Instant now) {
        return new DevelopmentKeys(DataDirectory.privately(directory), random, now);
    }

    /** Who issues certificates. */
    public CertificateAuthority authority() {
        return authority;
    }

    /** A new key, and the certificate of a broker that counters find under these names. */
    public KeyAndCertificate ofBroker(List<String> hosts, Instant now) {
        return issued("broker", CertificateAuthority.Purpose.broker(hosts), now);
    }

    /** The PKCS#12 file of one holder: `broker`, `fleet`, or `trust` for the authority alone. */
    public KeyStoreFile file(String holder) {
        return new KeyStoreFile(directory.resolve(holder + ".p12"), password);
    }

    /** The signing key of one purpose, drawn when it is first asked for. */
    public SigningKey signingKey(String purpose) {
        return alone(() -> SigningKey.in(directory.resolve(purpose + ".ed25519"), random));
    }

    private KeyAndCertificate issued(
            String name, CertificateAuthority.Purpose purpose, Instant now) {
        KeyPair pair = CertificateAuthority.drawKeys(random);
        return new KeyAndCertificate(
                pair.getPrivate(),
                authority.issue(name, pair.getPublic(), purpose, now),
                authority.certificate());
    }

    /** Two instances that start at once must not both draw what is drawn once. */
    private synchronized <T> T alone(Supplier<T> work) {
        try (FileChannel channel =
                        FileChannel.open(
                                directory.resolve("keys.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return work.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
