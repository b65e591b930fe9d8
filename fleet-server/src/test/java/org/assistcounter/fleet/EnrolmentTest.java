package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.enrolment.Batch;
import org.assistcounter.fleet.enrolment.BatchEnrolment;
import org.assistcounter.fleet.enrolment.CheckpointKey;
import org.assistcounter.fleet.enrolment.Enrolment;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;

/** How a card becomes a counter, and how it does not. */
@ExtendWith(RunningServer.class)
class EnrolmentTest {

    private final RunningServer.Parts server = RunningServer.parts();
    private final WebCalls web = new WebCalls(server);

    @Test
    void tellsANewCounterEverythingItHasToKnow() {
        var enrolled = TestCounter.enrol(server, "EN-0001");

        assertThat(enrolled.answer())
                .containsEntry("label", "EN-0001")
                .containsEntry("zone", "Asia/Shanghai")
                .containsEntry("tenant", "demonstration")
                .containsEntry("mqtt", Map.of("host", "localhost", "port", server.mqtt()))
                .containsKeys("certificate", "caCertificate", "fleetOrigin", "site", "answerKey");
        var key = server.bean(CheckpointKey.class);
        assertThat(enrolled.answer().get("checkpointKey"))
                .isEqualTo(Base64.getEncoder().encodeToString(key.publicKey()));
        byte[] message = {1, 2, 3};
        assertThat(Ed25519.holds(key.publicKey(), message, key.sign(message))).isTrue();
    }

    @Test
    void givesTheSameCounterToACardThatAsksAgain() {
        TestCounter card = new TestCounter();
        var request = card.request(token("EN-0002", Duration.ofMinutes(5)));

        var first = web.enrol(request);
        var second = web.enrol(request);

        assertThat(second.get("counterId")).isEqualTo(first.get("counterId"));
        assertThat(second.get("certificate")).isEqualTo(first.get("certificate"));
    }

    @Test
    void refusesATokenThatAnotherCardHasUsed() {
        String token = token("EN-0003", Duration.ofMinutes(5));
        assertThat(web.enrol(new TestCounter().request(token))).containsKey("counterId");

        refuses(new TestCounter().request(token), 409, "used_token");
    }

    @Test
    void refusesAnExpiredToken() {
        refuses(new TestCounter().request(token("EN-0004", Duration.ZERO)), 410, "expired_token");
    }

    @Test
    void refusesATokenThatWasNeverIssued() {
        refuses(new TestCounter().request("never-issued"), 403, "unknown_token");
    }

    @Test
    void refusesAProofByAnotherKey() {
        var request = new TestCounter().request(token("EN-0005", Duration.ofMinutes(5)));
        request.put("journalPublicKey", new TestCounter().request("").get("journalPublicKey"));

        refuses(request, 400, "wrong_proof");
    }

    /** With the neutral element as the key, this proof holds for every request. */
    @Test
    void refusesAKeyByWhichAnybodyCanSign() {
        Map<String, Object> request =
                new TestCounter().request(token("EN-0013", Duration.ofMinutes(5)));
        byte[] key = new byte[32];
        key[0] = 1;
        byte[] proof = new byte[64];
        proof[0] = 1;
        request.put("journalPublicKey", Base64.getEncoder().encodeToString(key));
        request.put("proof", Base64.getEncoder().encodeToString(proof));

        refuses(request, 400, "wrong_proof");
    }

    @Test
    void refusesASigningRequestThatIsNone() {
        var request = new TestCounter().request(token("EN-0006", Duration.ofMinutes(5)));
        request.put("csr", "nonsense");

        refuses(request, 400, "unreadable_request");
    }

    @Test
    void refusesAnIncompleteRequest() {
        refuses(Map.of("token", "only"), 400, "incomplete");
    }

    @Test
    void makesManyCountersOfManyCardsAndNamesThoseThatItRefuses() {
        TestCounter carrier = new TestCounter();
        var first = batch(List.of(card("EN-0101", carrier), card("EN-0102", new TestCounter())));
        var bad = new Batch.NewCard("EN-0103", "nonsense", "", "");
        var second =
                batch(List.of(card("EN-0101", carrier), card("EN-0102", new TestCounter()), bad));

        assertThat(first.counters()).hasSize(2);
        assertThat(first.refused()).isEmpty();
        assertThat(first.fleet()).containsKeys("caCertificate", "checkpointKey", "mqtt");
        assertThat(second.counters())
                .singleElement()
                .extracting(Batch.Made::counterId)
                .isEqualTo(first.counters().getFirst().counterId());
        assertThat(second.refused())
                .extracting(Batch.Refused::label)
                .containsExactly("EN-0102", "EN-0103");
    }

    private Batch.Answer batch(List<Batch.NewCard> cards) {
        return server.bean(BatchEnrolment.class)
                .enrol("demonstration", "xa-metro-demonstration", cards)
                .blockOptional()
                .orElseThrow();
    }

    private static Batch.NewCard card(String label, TestCounter card) {
        var request = card.request("");
        return new Batch.NewCard(
                label,
                String.valueOf(request.get("csr")),
                String.valueOf(request.get("journalPublicKey")),
                String.valueOf(request.get("proof")));
    }

    @Test
    void suspendsTheCardWhoseLabelIsGivenToAnother() {
        CounterId first = TestCounter.enrol(server, "EN-0007").id();
        CounterId second = TestCounter.enrol(server, "EN-0007").id();

        var counters = server.bean(Counters.class);
        assertThat(counters.find(first).map(Counter::status).block())
                .isEqualTo(CounterStatus.SUSPENDED);
        assertThat(counters.findByLabel("demonstration", "EN-0007").map(Counter::id).block())
                .isEqualTo(second);
    }

    @Test
    void marksACounterSeenWithoutEverGoingBack() {
        CounterId id = TestCounter.enrol(server, "EN-0008").id();
        var counters = server.bean(Counters.class);

        counters.markSeen(Map.of(id, 7L)).then(counters.markSeen(Map.of(id, 3L))).block();

        assertThat(counters.find(id).map(Counter::lastSeq).block()).isEqualTo(7);
        assertThat(counters.find(id).map(Counter::status).block()).isEqualTo(CounterStatus.ACTIVE);
    }

    @Test
    void writesTheDemonstrationsTokenForItsOwnerOnly() throws IOException {
        Path file = server.data().resolve("enrolment/XA-0001.token");

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        var answer = web.enrol(new TestCounter().request(Files.readString(file).strip()));
        assertThat(answer).containsEntry("label", "XA-0001");
    }

    private String token(String label, Duration validity) {
        var place = new Counter.Place("demonstration", "xa-metro-demonstration", label);
        return String.valueOf(server.bean(Enrolment.class).issueToken(place, validity).block());
    }

    private void refuses(Map<String, Object> request, int status, String reason) {
        var response = web.tryToEnrol(request).expectStatus().isEqualTo(status);
        response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(WebCalls.body(response))
                .containsEntry("type", "urn:assistcounter:enrolment:" + reason)
                .containsKey("detail");
    }
}
