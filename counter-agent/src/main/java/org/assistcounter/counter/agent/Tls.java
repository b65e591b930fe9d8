package org.assistcounter.counter.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS with the counter's certificate, trusting the fleet's certificate authority and nobody else.
 */
final class Tls {
    private static final char[] IN_MEMORY = new char[0];

    private Tls() {}

    static SSLSocketFactory sockets(Identity identity) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, IN_MEMORY);
            own.setKeyEntry(
                    "counter",
                    privateKey(identity.keyFolder()),
                    IN_MEMORY,
                    new Certificate[] {certificate(identity.text("certificate"))});
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust(identity).getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new SettingsException("the counter's certificate cannot be used", e);
        }
    }

    private static TrustManagerFactory trust(Identity identity)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, IN_MEMORY);
        trusted.setCertificateEntry("fleet", certificate(identity.text("caCertificate")));
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }

    static Certificate certificate(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The DER of a certificate in its text form. */
    static byte[] encoded(String pem) {
        try {
            return certificate(pem).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new SettingsException("the counter's certificate cannot be read", e);
        }
    }

    static ECPrivateKey privateKey(Path folder) throws GeneralSecurityException, IOException {
        String pem = Files.readString(folder.resolve(Identity.TLS_KEY));
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return (ECPrivateKey)
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
