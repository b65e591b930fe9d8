package org.assistcounter.virtualcounters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Signer;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card with both of its keys, and what the fleet made of it. Tens of thousands are held at once,
 * so that what TLS needs is kept as bytes and read when a connection begins.
 */
final class Card {
    private final int number;
    private final CounterId id;
    private final byte[] tlsKey;
    private final byte[] journalSeed;
    private final byte[] certificate;

    private Card(int number, CounterId id, Blank blank, byte[] certificate) {
        this.number = number;
        this.id = id;
        this.tlsKey = blank.tlsKey;
        this.journalSeed = blank.journalSeed;
        this.certificate = certificate;
    }

    /** Keys that were just made, and the request by which they become a counter. */
    static final class Blank {
        private final String label;
        private final byte[] tlsKey;
        private final byte[] journalSeed;
        private final Request request;

        private Blank(String label, byte[] tlsKey, byte[] journalSeed, Request request) {
            this.label = label;
            this.tlsKey = tlsKey;
            this.journalSeed = journalSeed;
            this.request = request;
        }

        String label() {
            return label;
        }

        Request request() {
            return request;
        }

        /** What the fleet has made of it, with the certificate that it gave. */
        Card enrolled(int number, CounterId id, byte[] certificatePem)
                throws GeneralSecurityException {
            return new Card(number, id, this, Card.x509(certificatePem).getEncoded());
        }
    }

    /** With its keys; whoever reads this is the counter. */
    ObjectNode json() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("number", number)
                .put("id", id.hex())
                .put("tlsKey", tlsKey)
                .put("journalSeed", journalSeed)
                .put("certificate", certificate);
    }

    static Card of(JsonNode json) {
        Blank blank =
                new Blank(
                        "",
                        bytes(json, "tlsKey"),
                        bytes(json, "journalSeed"),
                        new Request("", "", ""));
        return new Card(
                json.path("number").asInt(),
                new CounterId(json.path("id").asString()),
                blank,
                bytes(json, "certificate"));
    }

    /** Bytes stand in JSON as base64. */
    private static byte[] bytes(JsonNode json, String field) {
        return Base64.getDecoder().decode(json.path(field).asString());
    }

    /** What the fleet is sent, as text. */
    record Request(String csr, String journalPublicKey, String proof) {}

    /** Of the counter in this run. */
    int number() {
        return number;
    }

    CounterId id() {
        return id;
    }

    /** Of this card alone, to draw numbers with that no other card draws. */
    long stamp() {
        return ByteBuffer.wrap(id.bytes()).getLong();
    }

    Signer journalKey() {
        return NativeSignatures.signer(journalSeed);
    }

    /** The journal begins with it. */
    byte[] certificate() {
        return certificate.clone();
    }

    static Blank draw(String label, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair tls = generator.generateKeyPair();
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new Blank(
                label,
                tls.getPrivate().getEncoded(),
                seed,
                request(tls, NativeSignatures.signer(seed)));
    }

    private static Request request(KeyPair tls, Signer journal) throws GeneralSecurityException {
        try {
            byte[] csr =
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Principal("CN=new counter"), tls.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(tls.getPrivate()))
                            .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            String pem =
                    "-----BEGIN CERTIFICATE REQUEST-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(csr)
                            + "\n-----END CERTIFICATE REQUEST-----\n";
            return new Request(
                    pem,
                    base64.encodeToString(journal.publicKey()),
                    base64.encodeToString(journal.sign(csr)));
        } catch (OperatorCreationException | IOException e) {
            throw new GeneralSecurityException("no certificate request could be made", e);
        }
    }

    /** The certificate, read anew. */
    X509Certificate x509() {
        return x509(certificate);
    }

    /** A certificate in DER or PEM. */
    static X509Certificate x509(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate cannot be read", e);
        }
    }

    /** The key of TLS, read anew. */
    PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(tlsKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be read", e);
        }
    }
}
