package org.assistcounter.fleet.enrolment.authority;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The development authority: EC P-256, made in the data directory at the first start. It issues to
 * counters, to the broker and to the fleet's own client; who holds none of these cannot connect.
 */
public final class CertificateAuthority {

    private static final Duration OWN_LIFE = Duration.ofDays(3_650);
    private static final Duration ISSUED_LIFE = Duration.ofDays(398);
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);
    private static final int SERIAL_BITS = 127;

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final SecureRandom random;

    private CertificateAuthority(X509Certificate certificate, PrivateKey key, SecureRandom random) {
        this.certificate = certificate;
        this.key = key;
        this.random = random;
    }

    static CertificateAuthority in(KeyStoreFile file, SecureRandom random, Instant now) {
        if (!file.exists()) {
            KeyPair pair = drawKeys(random);
            var name = new X500Principal("CN=Assistance Counter development authority");
            var self = new Signer(name, pair.getPrivate(), random);
            var builder = self.builder(name, pair.getPublic(), now, OWN_LIFE);
            file.writeKey(pair.getPrivate(), self.issue(builder, Purpose.AUTHORITY));
        }
        return new CertificateAuthority(file.certificate(), file.key(), random);
    }

    /** A certificate by which this counter may connect under exactly this name. */
    public X509Certificate issueToCounter(String counterId, SigningRequest request, Instant now) {
        return issue(counterId, request.publicKey(), Purpose.CLIENT, now);
    }

    /** Its own certificate, which everybody else trusts. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate of these bytes (DER); empty where they are none. */
    public static Optional<X509Certificate> read(byte[] der) {
        try {
            return Optional.of(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException malformed) {
            return Optional.empty();
        }
    }

    /** The text form of a certificate. */
    public static String pem(X509Certificate certificate) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    X509Certificate issue(String name, PublicKey to, Purpose purpose, Instant now) {
        var signer = new Signer(certificate.getSubjectX500Principal(), key, random);
        var subject = new X500Principal("CN=" + name);
        return signer.issue(signer.builder(subject, to, now, ISSUED_LIFE), purpose);
    }

    static KeyPair drawKeys(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * What a certificate is good for.
     *
     * @param role none for the authority itself
     * @param hosts the names and addresses by which a broker is found
     */
    record Purpose(@Nullable KeyPurposeId role, List<String> hosts) {
        static final Purpose AUTHORITY = new Purpose(null, List.of());
        static final Purpose CLIENT = new Purpose(KeyPurposeId.id_kp_clientAuth, List.of());
        static final Purpose OWN_BROKER = broker(List.of("localhost", "127.0.0.1"));

        static Purpose broker(List<String> hosts) {
            return new Purpose(KeyPurposeId.id_kp_serverAuth, hosts);
        }

        private GeneralNames names() {
            return new GeneralNames(
                    hosts.stream()
                            .map(host ->
                                    new GeneralName(
                                            host.matches("[0-9.]+|.*:.*")
                                                    ? GeneralName.iPAddress
                                                    : GeneralName.dNSName,
                                            host))
                            .toArray(GeneralName[]::new));
        }
    }

    /** A name and a key that sign; the authority signs its own first certificate the same way. */
    private record Signer(X500Principal issuer, PrivateKey key, SecureRandom random) {

        JcaX509v3CertificateBuilder builder(
                X500Principal subject, PublicKey to, Instant now, Duration life) {
            return new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                    Date.from(now.minus(CLOCK_DIFFERENCE)),
                    Date.from(now.plus(life)),
                    subject,
                    to);
        }

        X509Certificate issue(JcaX509v3CertificateBuilder builder, Purpose purpose) {
            try {
                limit(builder, purpose);
                var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
                return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            } catch (IOException | GeneralSecurityException | OperatorCreationException failure) {
                throw new IllegalStateException("A certificate cannot be issued.", failure);
            }
        }

        private static void limit(JcaX509v3CertificateBuilder builder, Purpose purpose)
                throws IOException {
            KeyPurposeId role = purpose.role();
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(role == null));
            int usage =
                    role == null
                            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                            : KeyUsage.digitalSignature;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!purpose.hosts().isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, purpose.names());
            }
            if (role != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(role));
            }
        }
    }
}
