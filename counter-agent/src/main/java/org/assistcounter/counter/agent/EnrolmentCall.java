package org.assistcounter.counter.agent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.assistcounter.protocol.signing.Ed25519;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a card asks of the fleet with a one-time token. Only public keys leave the counter.
 *
 * @param server where the fleet's pages are
 */
record EnrolmentCall(URI server) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;

    /** The request of a card with these keys. */
    static ObjectNode request(String token, IdentityKeys keys)
            throws GeneralSecurityException, IOException {
        byte[] csr = signingRequest(keys.tls());
        Ed25519 journal = keys.journal();
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
                .put("proof", base64.encodeToString(journal.sign(csr)));
    }

    private static byte[] signingRequest(KeyPair tls) throws GeneralSecurityException, IOException {
        try {
            return new JcaPKCS10CertificationRequestBuilder(
                            new X500Principal("CN=new counter"), tls.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(tls.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("no certificate request could be made", e);
        }
    }

    /** The fleet's answer; a refusal is a {@link FleetRefusal}. */
    JsonNode ask(JsonNode body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/enrolment/counters"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != CREATED) {
                throw FleetRefusal.of(server, response.statusCode(), response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (JacksonException notOurs) {
            throw new IOException("the answer cannot be read", notOurs);
        }
    }
}
