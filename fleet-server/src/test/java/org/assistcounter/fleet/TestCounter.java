package org.assistcounter.fleet;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.Enrolment;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Topics;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A card as a stranger would write one from the documents: keys, a request, a TLS client. */
final class TestCounter {

    private static final char[] PASSWORD = "only in memory".toCharArray();

    private final KeyPair keys = drawKeys();
    private final Ed25519PrivateKeyParameters journal =
            new Ed25519PrivateKeyParameters(new SecureRandom());

    /** What it was told at enrolment. */
    record Enrolled(TestCounter card, CounterId id, Map<String, Object> answer) {

        String topic(String rest) {
            return "v1/" + rest + "/" + id.hex();
        }

        /** The DER of the certificate that its journal begins with. */
        byte[] certificate() {
            try {
                return TestCounter.certificate(answer, "certificate").getEncoded();
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** When that certificate ends. */
        Instant end() {
            try {
                var kept = (X509Certificate) TestCounter.certificate(answer, "certificate");
                return kept.getNotAfter().toInstant();
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }

        Mqtt5BlockingClient client(int port, String clientId) {
            return MqttClient.builder()
                    .useMqttVersion5()
                    .identifier(clientId)
                    .serverHost("localhost")
                    .serverPort(port)
                    .sslConfig(card.tls(answer))
                    .buildBlocking();
        }

        Mqtt5BlockingClient connected(int port) {
            Mqtt5BlockingClient client = client(port, id.hex());
            var _ =
                    client.connectWith()
                            .willPublish()
                            .topic(Topics.up(id, Topics.GONE))
                            .applyWillPublish()
                            .send();
            return client;
        }
    }

    /** The body of its request, which a test may spoil. */
    Map<String, Object> request(String token) {
        PKCS10CertificationRequest csr = signingRequest();
        try {
            byte[] der = csr.getEncoded();
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, journal);
            signer.update(der, 0, der.length);
            Map<String, Object> body = new HashMap<>();
            body.put("token", token);
            body.put("csr", pem(der));
            body.put("journalPublicKey", base64(journal.generatePublicKey().getEncoded()));
            body.put("proof", base64(signer.generateSignature()));
            return body;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Signs its journal. */
    Ed25519 journalKey() {
        return new Ed25519(journal.getEncoded());
    }

    static Enrolled enrol(RunningServer.Parts server, String label) {
        var place = new Counter.Place("demonstration", "xa-metro-demonstration", label);
        String token =
                server.bean(Enrolment.class).issueToken(place, Duration.ofMinutes(5)).block();
        TestCounter card = new TestCounter();
        var answer = new WebCalls(server).enrol(card.request(String.valueOf(token)));
        return new Enrolled(card, new CounterId(String.valueOf(answer.get("counterId"))), answer);
    }

    static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private MqttClientSslConfig tls(Map<String, Object> answer) {
        try {
            Certificate authority = certificate(answer, "caCertificate");
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            Certificate[] chain = {certificate(answer, "certificate"), authority};
            own.setKeyEntry("own", keys.getPrivate(), PASSWORD, chain);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority);
            var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(own, PASSWORD);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return MqttClientSslConfig.builder()
                    .keyManagerFactory(identity)
                    .trustManagerFactory(trust)
                    .build();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Certificate certificate(Map<String, Object> answer, String field)
            throws GeneralSecurityException {
        byte[] pem = String.valueOf(answer.get(field)).getBytes(StandardCharsets.US_ASCII);
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));
    }

    private PKCS10CertificationRequest signingRequest() {
        try {
            var builder =
                    new JcaPKCS10CertificationRequestBuilder(
                            new X500Principal("CN=whatever"), keys.getPublic());
            return builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        } catch (OperatorCreationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair drawKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
