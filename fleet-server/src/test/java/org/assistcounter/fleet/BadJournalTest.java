package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.link.Refusal;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is wrong is named, kept and harmless. */
@ExtendWith(RunningServer.class)
class BadJournalTest {

    private static final String TENANT = "demonstration";
    private static final int BODY_AT = 135;
    private static final int BEAT_BODY = 4;

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void refusesAChangedByteAndTakesTheRecordAsItWas() {
        try (var counter = SellingCounter.enrol(server, "BJ-0001")) {
            var records = counter.writes(Sales.of(PaymentWay.CARD).delivered());
            byte[] changed = records.get(2).bytes();
            changed[BODY_AT + 10] ^= 1;

            send(counter, records.get(0).bytes(), records.get(1).bytes(), changed);

            assertThat(refused(counter.id()).verdict()).isEqualTo("damaged");
            assertThat(kept(counter.id())).isZero();
            counter.sends(records);
            assertThat(counter.confirmed().seq()).isEqualTo(records.size());
        }
    }

    @Test
    void refusesAWrongSignature() {
        try (var counter = SellingCounter.enrol(server, "BJ-0002")) {
            byte[] record = counter.writes(new Fact.Beat()).getFirst().bytes();
            record[record.length - 1] ^= 1;

            send(counter, record);

            assertThat(refused(counter.id()).reason()).contains("signature is wrong");
            assertThat(kept(counter.id())).isZero();
        }
    }

    @Test
    void refusesAnotherHistoryOfTheSameCounter() {
        try (var counter = SellingCounter.enrol(server, "BJ-0003")) {
            var earlier = counter.head();
            counter.tells(new Fact.Beat());
            var clock = record(counter).header().clock();
            var other =
                    JournalRecord.seal(
                            earlier,
                            new Fact.FaultNoticed("a", "b", "c"),
                            clock,
                            counter.enrolled().card().journalKey());

            counter.sends(List.of(other));

            assertThat(counter.refusal().hash()).isEqualTo(other.hash());
            assertThat(refused(counter.id()).verdict()).isEqualTo("fork");
            assertThat(kept(counter.id())).isEqualTo(2);
        }
    }

    @Test
    void asksForWhatIsMissing() {
        try (var counter = SellingCounter.enrol(server, "BJ-0004")) {
            var records = counter.writes(new Fact.Beat(), new Fact.Beat());

            counter.sends(records.subList(1, 3));
            assertThat(counter.resumed()).isEqualTo(1);

            counter.sends(records);
            assertThat(counter.confirmed().seq()).isEqualTo(3);
        }
    }

    @Test
    void booksASaleOfGoodsThatTheCatalogueDoesNotKnow() {
        try (var counter = SellingCounter.enrol(server, "BJ-0005")) {
            var line = new Fact.SaleLine(1, 99, "no-such-goods", "L1", 500);
            Sales sale = Sales.of(PaymentWay.CARD, line);

            counter.tells(sale.delivered());

            BookedSale booked = sales(counter.id()).getFirst();
            assertThat(booked.account().outcome()).isEqualTo(SaleOutcome.DELIVERED);
            assertThat(booked.account().lines().getFirst().goods().product())
                    .isEqualTo("no-such-goods");
        }
    }

    @Test
    void acknowledgesAndParksARecordOfAnUnknownType() {
        try (var counter = SellingCounter.enrol(server, "BJ-0006")) {
            counter.tells(new Fact.Beat());
            byte[] record = ofUnknownType(counter, record(counter));

            send(counter, record);

            assertThat(counter.confirmed().seq()).isEqualTo(3);
            assertThat(parked(counter.id()))
                    .singleElement()
                    .satisfies(p -> assertThat(p.reason()).contains("type 200 is not known"));
        }
    }

    @Test
    void takesAJournalThatDoesNotBeginWithAStartAndParksItsFirstRecord() {
        try (var counter = SellingCounter.enrol(server, "BJ-0019")) {
            counter.sends(List.of(record(counter)));

            assertThat(counter.confirmed().seq()).isEqualTo(1);
            assertThat(parked(counter.id()))
                    .singleElement()
                    .satisfies(p -> assertThat(p.reason()).contains("not begin with a start"));
        }
    }

    @Test
    void parksWhatContradictsTheBooksAndGoesOn() {
        try (var counter = SellingCounter.enrol(server, "BJ-0007")) {
            Sales never = Sales.of(PaymentWay.CARD);
            Sales honest = Sales.of(PaymentWay.CARD);
            List<Fact> facts = new ArrayList<>();
            facts.add(never.commanded());
            facts.addAll(honest.delivered());

            counter.tells(facts);

            assertThat(parked(counter.id())).hasSize(1);
            assertThat(sales(counter.id())).hasSize(1);
        }
    }

    @Test
    void parksWhatTheDatabaseRefusesAndBooksTheRest() {
        try (var counter = SellingCounter.enrol(server, "BJ-0008")) {
            Sales honest = Sales.of(PaymentWay.CARD);
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact.StockCounted(12, "a\0b", "L1", 3));
            facts.addAll(honest.delivered());

            counter.tells(facts);

            assertThat(parked(counter.id()))
                    .singleElement()
                    .satisfies(p -> assertThat(p.reason()).isEqualTo("cannot be booked"));
            assertThat(sales(counter.id())).hasSize(1);
        }
    }

    @Test
    void parksASecondCaseOfTheSameLine() {
        try (var counter = SellingCounter.enrol(server, "BJ-0009")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            List<Fact> facts = new ArrayList<>(sale.paid());
            facts.add(sale.caseOpened(CaseReason.UNPROVEN_DELIVERY));
            facts.add(sale.caseOpened(CaseReason.PAYMENT_NOT_KNOWN));
            facts.add(sale.closed(SaleOutcome.CASE));

            counter.tells(facts);

            assertThat(parked(counter.id())).hasSize(1);
        }
    }

    @Test
    void neverLetsACounterWriteAnothersSale() {
        Sales sale = Sales.of(PaymentWay.CARD);
        try (var owner = SellingCounter.enrol(server, "BJ-0010");
                var thief = SellingCounter.enrol(server, "BJ-0011")) {
            owner.tells(sale.delivered());

            thief.tells(sale.unpaid());

            assertThat(parked(thief.id())).isNotEmpty();
            assertThat(sales(thief.id())).isEmpty();
            assertThat(sales(owner.id()).getFirst().account().outcome())
                    .isEqualTo(SaleOutcome.DELIVERED);
        }
    }

    @Test
    void keepsGarbageByName() {
        try (var counter = SellingCounter.enrol(server, "BJ-0012")) {
            counter.publishes(Topics.JOURNAL, "garbage".getBytes(StandardCharsets.UTF_8));

            assertThat(refused(counter.id()).verdict()).isEqualTo("malformed");
        }
    }

    @Test
    void refusesATopicThatMeansNothing() {
        try (var counter = SellingCounter.enrol(server, "BJ-0013")) {
            counter.publishes("nonsense", new byte[] {1});

            assertThat(refused(counter.id()).verdict()).isEqualTo("unknown-topic");
        }
    }

    @Test
    void refusesAJournalThatIsShorterThanItWas() {
        try (var counter = SellingCounter.enrol(server, "BJ-0014")) {
            var empty = counter.head();
            counter.tells(new Fact.Beat());

            counter.publishes(Topics.HELLO, Hello.of(empty, 0, "test").encode());

            assertThat(counter.refusal().hash()).isEqualTo(empty.hash());
            assertThat(refused(counter.id()).verdict()).isEqualTo("rollback");
        }
    }

    @Test
    void takesAGreetingThatComesLateForNoRollback() {
        try (var counter = SellingCounter.enrol(server, "BJ-0025")) {
            counter.tells(new Fact.Beat());
            var earlier = counter.head();
            counter.tells(new Fact.Beat());

            counter.publishes(Topics.HELLO, Hello.of(earlier, 0, "test").encode());

            assertThat(counter.resumed()).isEqualTo(counter.head().seq() + 1);
        }
    }

    @Test
    void turnsAwayWhoWritesOnAForeignTopic() {
        try (var victim = SellingCounter.enrol(server, "BJ-0015")) {
            var stranger = TestCounter.enrol(server, "BJ-0016");
            var client = stranger.connected(server.mqtt());

            assertThatThrownBy(() ->
                            client.publishWith()
                                    .topic(Topics.up(victim.id(), Topics.JOURNAL))
                                    .qos(MqttQos.AT_LEAST_ONCE)
                                    .payload(new byte[] {1})
                                    .send())
                    .isInstanceOf(RuntimeException.class);

            Eventually.holds(
                    () -> turnedAway(stranger.id()).contains(Refusal.Reason.FOREIGN_TOPIC));
            assertThat(kept(victim.id())).isZero();
        }
    }

    @Test
    void turnsAwayACounterThatNobodyKnows() {
        var counter = TestCounter.enrol(server, "BJ-0017");
        forget(counter.id());

        assertThatThrownBy(() -> counter.connected(server.mqtt()))
                .isInstanceOf(RuntimeException.class);

        Eventually.holds(() -> turnedAway(counter.id()).contains(Refusal.Reason.UNKNOWN_COUNTER));
    }

    @Test
    void keepsAMessageOfACounterThatWasForgottenMeanwhile() {
        try (var counter = SellingCounter.enrol(server, "BJ-0018")) {
            forget(counter.id());

            counter.sends(counter.writes(new Fact.Beat()));

            assertThat(refused(counter.id()).verdict()).isEqualTo("unknown-counter");
        }
    }

    @Test
    void keepsTheNewestThousandRefusedMessagesOfACounter() {
        try (var counter = SellingCounter.enrol(server, "BJ-0019")) {
            DatabaseClient database = server.bean(DatabaseClient.class);
            String id = counter.id().hex();
            database.sql(
                            """
                            insert into ingest_refusal (at, counter_id, topic, verdict, reason,
                                   bytes)
                            select now(), :id, 'old', 'malformed', 'no ' || n, ''
                              from generate_series(1, 1000) n
                            """)
                    .bind("id", id)
                    .then()
                    .block();

            counter.publishes("new", new byte[] {1});

            Eventually.holds(() -> refusedOf(id, "new") == 1);
            assertThat(refusedOf(id, "old")).isEqualTo(999);
            database.sql("delete from ingest_refusal where counter_id = :id")
                    .bind("id", id)
                    .then()
                    .block();
        }
    }

    private long refusedOf(String counter, String topic) {
        return server.bean(DatabaseClient.class)
                .sql(
                        "select count(*) from ingest_refusal where counter_id = :id and topic ="
                                + " :topic")
                .bind("id", counter)
                .bind("topic", topic)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private void forget(CounterId counter) {
        DatabaseClient database = server.bean(DatabaseClient.class);
        database.sql("delete from enrolment_tokens where counter_id = :id")
                .bind("id", counter.hex())
                .then()
                .then(
                        database.sql("delete from counters where counter_id = :id")
                                .bind("id", counter.hex())
                                .then())
                .block();
    }

    private static JournalRecord record(SellingCounter counter) {
        var copy = counter.head();
        return JournalRecord.seal(
                copy,
                new Fact.Beat(),
                new ClockReading(1, 1_790_000_000_000L, ClockReading.ClockQuality.FLEET, 1),
                counter.enrolled().card().journalKey());
    }

    /** Signed anew, as a newer agent would have written it. */
    private static byte[] ofUnknownType(SellingCounter counter, JournalRecord beat) {
        byte[] bytes = beat.bytes();
        bytes[4] = (byte) 200;
        byte[] context = "ACJ1-rec\0".getBytes(StandardCharsets.US_ASCII);
        byte[] signed = Arrays.copyOf(bytes, BODY_AT + BEAT_BODY);
        byte[] message =
                ByteBuffer.allocate(context.length + signed.length)
                        .put(context)
                        .put(signed)
                        .array();
        return ByteBuffer.allocate(bytes.length)
                .put(signed)
                .put(counter.enrolled().card().journalKey().sign(message))
                .array();
    }

    private static void send(SellingCounter counter, byte[]... records) {
        counter.publishes(Topics.JOURNAL, new JournalBatch(List.of(records)).encode());
    }

    private Refused refused(CounterId counter) {
        Eventually.holds(() -> !refusals(counter).isEmpty());
        return refusals(counter).getFirst();
    }

    private List<Refused> refusals(CounterId counter) {
        return server.bean(Refusals.class)
                .latest(TENANT, 200)
                .filter(refused -> refused.counter().equals(counter.hex()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<Refused> parked(CounterId counter) {
        return server.bean(Refusals.class)
                .suspended(TENANT, 200)
                .filter(refused -> refused.counter().equals(counter.hex()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<BookedSale> sales(CounterId counter) {
        return server.bean(Ledger.class)
                .latestSales(TENANT, 200)
                .filter(sale -> sale.counter().equals(counter.hex()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<Refusal.Reason> turnedAway(CounterId counter) {
        return server.bean(RefusalLog.class)
                .latest(100)
                .filter(refusal -> refusal.claimedId().equals(counter.hex()))
                .map(Refusal::reason)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private long kept(CounterId counter) {
        return server.bean(Evidence.class).records(counter).count().blockOptional().orElse(0L);
    }
}
