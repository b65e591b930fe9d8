package org.assistcounter.fleet.link.broker;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.enrolment.authority.KeyAndCertificate;
import org.assistcounter.fleet.enrolment.authority.SigningRequest;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** What the broker makes of its files, and what it is shown. */
final class TestTls {
    private static final char[] PASSWORD = "only in memory".toCharArray();

    private TestTls() {}

    /** As whoever asks the JVM for TLS gets it. */
    static SSLContext context(DevelopmentKeys keys, KeyAndCertificate held)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("entry", held.key(), PASSWORD, chain(keys, held.certificate()));
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), new X509TrustManager[] {trust(keys)}, null);
        return context;
    }

    /** The JDK's own, of all that these keys have signed. */
    static X509TrustManager trust(DevelopmentKeys keys) throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(keys.file("trust").open());
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    static X509Certificate[] chain(DevelopmentKeys keys, X509Certificate certificate) {
        return new X509Certificate[] {certificate, keys.authority().certificate()};
    }

    /** As a counter gets it that enrols at this moment. */
    static X509Certificate ofCounter(DevelopmentKeys keys, Instant at)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] der =
                new JcaPKCS10CertificationRequestBuilder(
                                new X500Principal("CN=whatever"), pair.getPublic())
                        .build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate()))
                        .getEncoded();
        String pem =
                "-----BEGIN CERTIFICATE REQUEST-----\n"
                        + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE REQUEST-----\n";
        return keys.authority()
                .issueToCounter(
                        "00112233445566778899aabb", SigningRequest.read(pem).orElseThrow(), at);
    }
}
