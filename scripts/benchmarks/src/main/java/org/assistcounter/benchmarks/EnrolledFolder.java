package org.assistcounter.benchmarks;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.assistcounter.protocol.signing.Ed25519;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data folder of an enrolled counter with one slot. Its fleet is at a port where nobody
 * listens, so it sells by card as any counter does whose network is down.
 */
final class EnrolledFolder {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int NOBODY_LISTENS = 9;
    private static final String SEED = base64(new byte[Ed25519.KEY_LENGTH]);

    private EnrolledFolder() {}

    static void make(Path data) throws IOException {
        Path identity = Files.createDirectories(data.resolve("identity"));
        Files.createDirectories(identity.resolve("pictures"));
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair tls = generator.generateKeyPair();
            Files.writeString(
                    identity.resolve("tls-key.pem"),
                    pem("PRIVATE KEY", tls.getPrivate().getEncoded()));
            Files.writeString(identity.resolve("journal.key"), SEED);
            Files.writeString(identity.resolve("enrolment.json"), enrolment(certificate(tls)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("the counter's keys cannot be made", e);
        }
    }

    private static String enrolment(String certificate) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("counterId", "0".repeat(32))
                .put("label", "BENCH-1")
                .put("zone", ZONE.getId())
                .put("fleetOrigin", "fleet.example")
                .put("checkpointKey", SEED)
                .put("answerKey", SEED)
                .put("certificate", certificate)
                .put("caCertificate", certificate);
        json.putObject("site").put("zh", "试验台").put("en", "A bench");
        json.putObject("mqtt").put("host", "localhost").put("port", NOBODY_LISTENS);
        json.set("shelf", JsonMapper.shared().valueToTree(OneSlot.release(LocalDate.now(ZONE))));
        return json.toString();
    }

    private static String certificate(KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Principal name = new X500Principal("CN=bench");
        Instant now = Instant.now();
        byte[] encoded =
                new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now),
                                Date.from(now.plus(Duration.ofDays(1))),
                                name,
                                keys.getPublic())
                        .build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(keys.getPrivate()))
                        .getEncoded();
        return pem("CERTIFICATE", encoded);
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
