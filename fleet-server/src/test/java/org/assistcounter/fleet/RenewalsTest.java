package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.counters.JournalKeys;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.enrolment.Enrolment;
import org.assistcounter.fleet.enrolment.EnrolmentRefused;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.Totals;
import org.assistcounter.protocol.signing.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A counter's card is replaced, or its keys are, and its journal goes on. */
@ExtendWith(RunningServer.class)
class RenewalsTest {
    private static final String TENANT = "demonstration";
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final RunningServer.Parts server = RunningServer.parts();
    private final WebCalls web = new WebCalls(server);

    @Test
    void goesOnUnderItsNameWithItsTotalsAndItsSales() {
        var old = SellingCounter.enrol(server, "RN-0001");
        old.tells(Sales.of(PaymentWay.CARD).delivered());
        ChainHead base = old.head();

        try (var renewed = renewed("RN-0001")) {
            assertThat(renewed.id()).isEqualTo(old.id());
            renewed.tells(Sales.of(PaymentWay.CARD).delivered());

            ChainHead head = head(old.id());
            assertThat(head).isEqualTo(renewed.head());
            assertThat(head.epoch()).isEqualTo(2);
            assertThat(head.boot()).isGreaterThan(base.boot());
            assertThat(head.totals().sales()).isEqualTo(2);
            assertThat(head.totals().chargedMinor()).isEqualTo(2 * base.totals().chargedMinor());
            assertThat(sales(old.id())).isEqualTo(2);
        }
    }

    @Test
    void disconnectsTheOldCardAndLetsItInNoMore() {
        var old = SellingCounter.enrol(server, "RN-0002");
        old.tells(new Fact.Beat());

        try (var renewed = renewed("RN-0002")) {
            Eventually.holds(() -> !old.client().getState().isConnected());
            assertThatThrownBy(() -> old.enrolled().connected(server.mqtt()))
                    .hasMessageContaining("BANNED");
            renewed.tells(new Fact.Beat());
        }
    }

    @Test
    void keepsWhatTheOldCardSignsAfterwardsAndBooksNoneOfIt() {
        var old = SellingCounter.enrol(server, "RN-0003");
        old.tells(new Fact.Beat());
        List<JournalRecord> unsent = old.writes(Sales.of(PaymentWay.CARD).delivered());

        try (var renewed = renewed("RN-0003")) {
            // A broker that others run does not know who was replaced.
            renewed.sends(unsent);
            assertThat(refused(old.id()).reason()).contains("signed with another key");

            renewed.tells(new Fact.Beat());
            assertThat(head(old.id())).isEqualTo(renewed.head());
            assertThat(sales(old.id())).isZero();
        }
    }

    @Test
    void knowsRecordsOfTheOldKeyAgain() {
        var old = SellingCounter.enrol(server, "RN-0004");
        List<JournalRecord> known = old.writes(new Fact.Beat());
        old.sends(known);
        old.confirmed();

        try (var renewed = renewed("RN-0004")) {
            renewed.sends(known);

            assertThat(renewed.confirmed().seq()).isEqualTo(renewed.head().seq());
        }
    }

    @Test
    void tellsACardThatAsksAgainTheSame() {
        var old = SellingCounter.enrol(server, "RN-0005");
        old.tells(new Fact.Beat());
        TestCounter card = new TestCounter();
        var request = card.request(token("RN-0005"));
        var first = web.enrol(request);
        try (var renewed = renewed(card, first)) {
            renewed.tells(new Fact.Beat());

            assertThat(web.enrol(request)).isEqualTo(first);
        }
    }

    @Test
    void goesOnBehindTheSameRecordWhenTheNextCardIsLostToo() {
        var old = SellingCounter.enrol(server, "RN-0006");
        old.tells(new Fact.Beat());
        ChainHead base = old.head();
        web.enrol(new TestCounter().request(token("RN-0006")));

        try (var renewed = renewed("RN-0006")) {
            renewed.tells(new Fact.Beat());

            assertThat(head(old.id()).epoch()).isEqualTo(3);
            assertThat(head(old.id()).seq()).isEqualTo(base.seq() + 2);
        }
    }

    @Test
    void findsEverySignatureRightInBothEpochs() {
        var old = SellingCounter.enrol(server, "RN-0007");
        old.tells(Sales.of(PaymentWay.CARD).delivered());
        try (var renewed = renewed("RN-0007")) {
            renewed.tells(Sales.of(PaymentWay.CARD).delivered());
        }

        Eventually.holds(() -> checked(old.id()) == head(old.id()).seq());
        assertThat(
                        count(
                                "select count(*) as n from evidence_bad_signature where counter_id"
                                        + " = '"
                                        + old.id().hex()
                                        + "'"))
                .isZero();
    }

    @Test
    void keepsAllKeysWithTheirFirstRecords() {
        var old = SellingCounter.enrol(server, "RN-0008");
        old.tells(new Fact.Beat());
        long base = old.head().seq();
        try (var renewed = renewed("RN-0008")) {
            var keys = server.bean(JournalKeys.class).of(counter(renewed.id())).block();

            assertThat(keys).extracting(key -> key.epoch()).containsExactly(1L, 2L);
            assertThat(keys).extracting(key -> key.fromSeq()).containsExactly(1L, base + 1);
        }
    }

    @Test
    void refusesACounterThatHasToldNothing() {
        SellingCounter.enrol(server, "RN-0009").close();

        refuses(new TestCounter().request(token("RN-0009")), "nothing_to_go_on");
    }

    @Test
    void refusesTheKeyThatTheCounterHas() {
        var old = SellingCounter.enrol(server, "RN-0010");
        old.tells(new Fact.Beat());

        refuses(old.enrolled().card().request(token("RN-0010")), "same_key");
        assertThat(head(old.id())).isEqualTo(old.head());
    }

    @Test
    void refusesASecondCardOfTheSameToken() {
        var old = SellingCounter.enrol(server, "RN-0011");
        old.tells(new Fact.Beat());
        String token = token("RN-0011");
        web.enrol(new TestCounter().request(token));

        refuses(new TestCounter().request(token), "used_token");
    }

    @Test
    void refusesACounterThatIsSuspendedBeforeItsTokenIsShown() {
        var old = SellingCounter.enrol(server, "RN-0012");
        old.tells(new Fact.Beat());
        String token = token("RN-0012");
        server.bean(Counters.class).suspend(old.id()).block();

        refuses(new TestCounter().request(token), "out_of_service");
    }

    @Test
    void issuesNoTokenForAnothersCounterOrForNone() {
        var old = SellingCounter.enrol(server, "RN-0013");
        old.tells(new Fact.Beat());
        Enrolment enrolment = server.bean(Enrolment.class);

        assertThat(enrolment.renewing("another", "RN-0013", VALIDITY).block()).isNull();
        assertThat(enrolment.renewing(TENANT, "RN-9999", VALIDITY).block()).isNull();
    }

    @Test
    void issuesNoTokenForACounterThatIsRetired() {
        var old = SellingCounter.enrol(server, "RN-0014");
        old.tells(new Fact.Beat());
        updates(
                "update counters set status = 'retired' where counter_id = '"
                        + old.id().hex()
                        + "'");

        assertThatThrownBy(() -> token("RN-0014")).isInstanceOf(EnrolmentRefused.class);
    }

    @Test
    void refusesABeginningThatNamesAnotherRecord() {
        var old = SellingCounter.enrol(server, "RN-0015");
        old.tells(new Fact.Beat());
        TestCounter card = new TestCounter();
        var answer = web.enrol(card.request(token("RN-0015")));
        var enrolled = new TestCounter.Enrolled(card, old.id(), answer);
        try (var renewed = new SellingCounter(server, enrolled, base(old.id(), answer))) {
            String other = note(answer).replace("epoch 1", "epoch 7");

            renewed.sends(renewed.writes(begun(other, enrolled)));

            assertThat(refused(old.id()).reason()).contains("its checkpoint is of another record");
            assertThat(head(old.id())).isEqualTo(old.head());
        }
    }

    @Test
    void refusesACardThatHoldsMoreThanTheFleetHas() {
        var old = SellingCounter.enrol(server, "RN-0016");
        old.tells(new Fact.Beat());
        ChainHead known = old.head();
        old.writes(new Fact.Beat());
        TestCounter keys = new TestCounter();
        String token = token("RN-0016");

        refuses(endingAt(old.head(), keys.request(token)), "journal_not_whole");
        assertThat(head(old.id())).isEqualTo(known);

        assertThat(web.enrol(endingAt(known, keys.request(token)))).containsKey("journal");
    }

    @Test
    void refusesACardThatHoldsAnotherJournal() {
        var old = SellingCounter.enrol(server, "RN-0017");
        old.tells(new Fact.Beat());
        ChainHead end = old.head();
        var another =
                new ChainHead(
                        end.counter(),
                        end.epoch(),
                        end.boot(),
                        end.seq(),
                        new Hash(new byte[Hash.LENGTH]),
                        end.totals());

        refuses(
                endingAt(another, new TestCounter().request(token("RN-0017"))),
                "journal_not_whole");
    }

    @Test
    void tellsHowARenewalEndedHoweverLateItIsAsked() {
        var old = SellingCounter.enrol(server, "RN-0018");
        old.tells(new Fact.Beat());
        String token = token("RN-0018");
        var request = endingAt(old.head(), new TestCounter().request(token));
        var first = web.enrol(request);

        updates("update enrolment_tokens set expires_at = '2020-01-01' where label = 'RN-0018'");

        assertThat(web.enrol(request)).isEqualTo(first);
        refuses(new TestCounter().request(token), "used_token");
    }

    @Test
    void answersTheLoserOfTwoRenewalsAtOnceInWords() {
        var old = SellingCounter.enrol(server, "RN-0019");
        old.tells(new Fact.Beat());
        String one = token("RN-0019");
        // Each of two who ask at one moment is given a token: neither sees the other's.
        updates("update enrolment_tokens set label = 'RN-0019 too' where label = 'RN-0019'");
        String other = token("RN-0019");

        try (var lock = HeldHead.of(server, old.id())) {
            var answers =
                    Stream.of(one, other)
                            .map(token -> new TestCounter().request(token))
                            .map(request ->
                                    CompletableFuture.supplyAsync(
                                            () -> web.tryToEnrol(request),
                                            Thread::startVirtualThread))
                            .toList();
            lock.releaseWhenWaiting(2);

            assertThat(answers.stream().map(CompletableFuture::join).map(this::problem))
                    .containsExactlyInAnyOrder(
                            "201 ", "409 urn:assistcounter:enrolment:renewed_meanwhile");
        }
        assertThat(counter(old.id()).keys().epoch()).isEqualTo(2);
    }

    private String problem(WebTestClient.ResponseSpec answer) {
        var result =
                answer.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult();
        Map<String, Object> body = Objects.requireNonNull(result.getResponseBody());
        return result.getStatus().value() + " " + body.getOrDefault("type", "");
    }

    private void updates(String statement) {
        server.bean(DatabaseClient.class).sql(statement).then().block();
    }

    private static Map<String, Object> endingAt(ChainHead end, Map<String, Object> request) {
        request.put("journal", Map.of("seq", end.seq(), "hash", end.hash().toString()));
        return request;
    }

    private String token(String label) {
        return server.bean(Enrolment.class)
                .renewing(TENANT, label, VALIDITY)
                .blockOptional()
                .orElseThrow();
    }

    /** Another card that has written the beginning of its epoch and told it. */
    private SellingCounter renewed(String label) {
        TestCounter card = new TestCounter();
        return renewed(card, web.enrol(card.request(token(label))));
    }

    private SellingCounter renewed(TestCounter card, Map<String, Object> answer) {
        CounterId id = new CounterId(String.valueOf(answer.get("counterId")));
        var enrolled = new TestCounter.Enrolled(card, id, answer);
        var renewed = new SellingCounter(server, enrolled, base(id, answer));
        renewed.tells(begun(note(answer), enrolled));
        return renewed;
    }

    private static Fact begun(String note, TestCounter.Enrolled enrolled) {
        return new Fact.EpochBegun(note, new Hash(Sha256.of(enrolled.certificate())), "test");
    }

    private static ChainHead base(CounterId id, Map<String, Object> answer) {
        JsonNode journal = journal(answer);
        JsonNode totals = journal.path("totals");
        return new ChainHead(
                        id,
                        journal.path("baseEpoch").asLong(),
                        journal.path("baseBoot").asLong(),
                        journal.path("seq").asLong(),
                        new Hash(HexFormat.of().parseHex(journal.path("hash").asString())),
                        new Totals(
                                totals.path("charged").asLong(),
                                totals.path("refunded").asLong(),
                                totals.path("dispensed").asLong(),
                                totals.path("sales").asLong()))
                .inEpoch(journal.path("epoch").asLong());
    }

    private static JsonNode journal(Map<String, Object> answer) {
        return JsonMapper.shared().valueToTree(answer).path("journal");
    }

    private static String note(Map<String, Object> answer) {
        return journal(answer).path("note").asString();
    }

    private Counter counter(CounterId id) {
        return server.bean(Counters.class).find(id).blockOptional().orElseThrow();
    }

    private ChainHead head(CounterId id) {
        return server.bean(Evidence.class).head(id).blockOptional().orElseThrow();
    }

    private long sales(CounterId id) {
        return server.bean(Ledger.class)
                .latestSales(TENANT, 200)
                .filter(sale -> sale.counter().equals(id.hex()))
                .count()
                .blockOptional()
                .orElseThrow();
    }

    private long checked(CounterId id) {
        return count(
                "select checked_seq as n from evidence_head where counter_id = '" + id.hex() + "'");
    }

    private long count(String question) {
        return server.bean(DatabaseClient.class)
                .sql(question)
                .map(row -> Columns.number(row, "n"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private Refused refused(CounterId id) {
        Refusals refusals = server.bean(Refusals.class);
        Eventually.holds(() -> refusals.of(id.hex(), "damaged", 1).blockFirst() != null);
        return refusals.of(id.hex(), "damaged", 1).next().blockOptional().orElseThrow();
    }

    private void refuses(Map<String, Object> request, String reason) {
        assertThat(WebCalls.body(web.tryToEnrol(request).expectStatus().isEqualTo(409)))
                .containsEntry("type", "urn:assistcounter:enrolment:" + reason);
    }
}
