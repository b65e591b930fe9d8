package org.assistcounter.counter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assistcounter.protocol.signing.Ed25519;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Enrolment with a fleet that keeps what it was asked. */
class EnrolmentTest {
    private static final byte[] ANSWER =
            "{\"label\": \"A-1\", \"pictures\": {}}".getBytes(StandardCharsets.UTF_8);

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final HttpServer fleet =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    @TempDir private Path data;

    EnrolmentTest() throws IOException {}

    @BeforeEach
    void open() {
        fleet.createContext("/enrolment/counters", this::answer);
        fleet.start();
    }

    @AfterEach
    void close() {
        fleet.stop(0);
    }

    @Test
    void asksAgainWithTheSameKeysWhenTheAnswerWasLost() throws Exception {
        enrol();
        Files.delete(Identity.folder(data).resolve(Identity.ENROLMENT));
        enrol();

        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().path("journalPublicKey").asString())
                .isEqualTo(asked.getFirst().path("journalPublicKey").asString());
        assertThat(csr(asked.getLast()).getSubjectPublicKeyInfo())
                .isEqualTo(csr(asked.getFirst()).getSubjectPublicKeyInfo());
        assertThat(Identity.folder(data).resolve(Identity.ENROLMENT)).exists();
    }

    @Test
    void provesThatItHoldsTheJournalKey() throws Exception {
        enrol();

        JsonNode request = asked.getFirst();
        assertThat(
                        Ed25519.holds(
                                bytes(request, "journalPublicKey"),
                                csr(request).getEncoded(),
                                bytes(request, "proof")))
                .isTrue();
    }

    @Test
    void asksNothingOnceItIsEnrolled() throws Exception {
        enrol();
        enrol();

        assertThat(asked).hasSize(1);
    }

    @Test
    void letsNobodyElseReadItsKeys() throws Exception {
        enrol();

        for (String name : List.of(Identity.JOURNAL_KEY, Identity.TLS_KEY)) {
            Path file = Identity.folder(data).resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private void enrol() throws Exception {
        new Enrolment(data)
                .run(URI.create("http://127.0.0.1:" + fleet.getAddress().getPort()), "token");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(201, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        }
    }

    private static PKCS10CertificationRequest csr(JsonNode request) throws IOException {
        String base64 = request.path("csr").asString().replaceAll("-----[A-Z ]+-----|\\s", "");
        return new PKCS10CertificationRequest(Base64.getDecoder().decode(base64));
    }

    private static byte[] bytes(JsonNode request, String field) {
        return Base64.getDecoder().decode(request.path(field).asString());
    }
}
