package org.assistcounter.counter.agent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.assistcounter.protocol.signing.Ed25519;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the counter's keys, asks the fleet for a certificate with a one-time token, and keeps what
 * the fleet answers. When the answer was lost, asking again with the same keys makes the same
 * counter. Only public keys leave the counter.
 */
final class Enrolment {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;

    private final Path folder;

    Enrolment(Path data) {
        this.folder = Identity.folder(data);
    }

    /** Enrols, unless that was done before. */
    void run(URI server, String token)
            throws IOException, InterruptedException, GeneralSecurityException {
        if (Files.exists(folder.resolve(Identity.ENROLMENT))) {
            System.out.println("already enrolled: " + folder);
            return;
        }
        Files.createDirectories(folder);
        IdentityKeys keys = IdentityKeys.keptIn(folder);
        JsonNode answer = ask(server, request(token, keys.tls(), keys.journal()));
        keepPictures(answer.path("pictures"));
        ((ObjectNode) answer).remove("pictures");
        DurableFile.write(
                folder.resolve(Identity.ENROLMENT), answer.toPrettyString(), DurableFile.READABLE);
        System.out.println("enrolled as " + answer.path("label").asString());
    }

    private static String request(String token, KeyPair tls, Ed25519 journal)
            throws GeneralSecurityException, IOException {
        try {
            byte[] csr =
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Principal("CN=new counter"), tls.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(tls.getPrivate()))
                            .getEncoded();
            String pem =
                    "-----BEGIN CERTIFICATE REQUEST-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(csr)
                            + "\n-----END CERTIFICATE REQUEST-----\n";
            Base64.Encoder base64 = Base64.getEncoder();
            return JsonMapper.shared()
                    .createObjectNode()
                    .put("token", token)
                    .put("csr", pem)
                    .put("journalPublicKey", base64.encodeToString(journal.publicKey()))
                    .put("proof", base64.encodeToString(journal.sign(csr)))
                    .toString();
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("no certificate request could be made", e);
        }
    }

    private static JsonNode ask(URI server, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/enrolment/counters"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != CREATED) {
                throw new SettingsException(
                        "the fleet refused: " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        }
    }

    private void keepPictures(JsonNode pictures) throws IOException {
        Path kept = folder.resolve(Identity.PICTURES);
        Files.createDirectories(kept);
        Set<Map.Entry<String, JsonNode>> all = pictures.properties();
        for (Map.Entry<String, JsonNode> picture : all) {
            if (!picture.getKey().matches("[a-z0-9-]{1,60}\\.svg")) {
                throw new SettingsException("a picture has the name " + picture.getKey());
            }
            Files.writeString(kept.resolve(picture.getKey()), picture.getValue().asString());
        }
    }
}
