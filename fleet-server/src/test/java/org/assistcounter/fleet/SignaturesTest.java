package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.assistcounter.fleet.doubts.Doubt;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.evidence.SignatureDebt;
import org.assistcounter.fleet.signatures.Signatures;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Every signature that ingest has not checked is looked at behind it, once. */
@ExtendWith(RunningServer.class)
class SignaturesTest {
    private static final String TENANT = "demonstration";
    private static final int SIGNATURE_LENGTH = 64;
    private static final int SEVERAL_TIMES_MILLIS = 200;

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void findsAWrongSignatureInAChainThatIsOtherwiseProven() throws MalformedRecordException {
        try (var counter = SellingCounter.enrol(server, "SG-0001")) {
            counter.sends(journal(counter, 6, List.of(3)));
            assertThat(counter.confirmed().seq()).isEqualTo(6);

            Eventually.holds(() -> checked(counter.id()) == 6);
            assertThat(bad(counter.id())).containsExactly(3L);
            assertThat(doubt(counter.id()).met().reason()).isEqualTo("record 3");
            assertThat(doubt(counter.id()).met().times()).isOne();
            assertThat(page("/doubts")).contains("SG-0001", "Wrong signature", "wrongly signed");
            assertThat(page("/doubts/" + doubt(counter.id()).id())).contains("sells as usual");
        }
    }

    @Test
    void opensOneDoubtForManyAndGoesOnBehindThem() throws MalformedRecordException {
        try (var counter = SellingCounter.enrol(server, "SG-0002")) {
            counter.sends(journal(counter, 12, List.of(2, 3, 4, 5, 7, 8, 9)));

            Eventually.holds(() -> checked(counter.id()) == 12);
            assertThat(bad(counter.id())).containsExactly(2L, 3L, 4L, 5L, 7L, 8L, 9L);
            assertThat(doubt(counter.id()).met().reason())
                    .isEqualTo("records 2, 3, 4, 5, 7 and 2 more");
        }
    }

    @Test
    void doubtsNobodyWhoseSignaturesHold() throws MalformedRecordException {
        try (var counter = SellingCounter.enrol(server, "SG-0003")) {
            counter.sends(journal(counter, 20, List.of()));

            Eventually.holds(() -> checked(counter.id()) == 20);
            assertThat(doubts(counter.id())).isEmpty();
            assertThat(bad(counter.id())).isEmpty();
        }
    }

    @Test
    void leavesNothingToLookAtOfWhatASaleSaysAtOnce() throws MalformedRecordException {
        CompletableFuture<Void> other = new CompletableFuture<>();
        Sinks.One<Boolean> goOn = Sinks.one();
        hold(goOn, Mono.empty(), other);
        try (var counter = SellingCounter.enrol(server, "SG-0004")) {
            counter.sends(journal(counter, 8, List.of()));
            assertThat(counter.confirmed().seq()).isEqualTo(8);

            assertThat(checked(counter.id())).isEqualTo(8);
        } finally {
            goOn.tryEmitValue(true);
            other.join();
        }
    }

    @Test
    void takesNothingForLookedAtThatComesBehindWhatIsNot() throws MalformedRecordException {
        CompletableFuture<Void> other = new CompletableFuture<>();
        Sinks.One<Boolean> goOn = Sinks.one();
        hold(goOn, Mono.empty(), other);
        try (var counter = SellingCounter.enrol(server, "SG-0008")) {
            List<JournalRecord> all = journal(counter, 22, List.of(3));
            counter.sends(all.subList(0, 20));
            assertThat(counter.confirmed().seq()).isEqualTo(20);
            counter.sends(all.subList(20, 22));
            assertThat(counter.confirmed().seq()).isEqualTo(22);

            assertThat(checked(counter.id())).isZero();
        } finally {
            goOn.tryEmitValue(true);
            other.join();
        }
    }

    @Test
    void waitsWhileAnotherInstanceLooksAndDoesAgainWhatThatOneDidNotFinish()
            throws MalformedRecordException {
        CompletableFuture<Void> killed = new CompletableFuture<>();
        Sinks.One<Boolean> goOn = Sinks.one();
        SignatureDebt debt = server.bean(SignatureDebt.class);
        try (var counter = SellingCounter.enrol(server, "SG-0005")) {
            Mono<Void> half = debt.take(1_000).flatMap(all -> half(debt, all, counter.id()));
            hold(goOn, half, killed);
            counter.sends(journal(counter, 6, List.of(2)));
            counter.confirmed();
            Mono.delay(Duration.ofMillis(SEVERAL_TIMES_MILLIS)).block();
            assertThat(checked(counter.id())).isZero();

            goOn.tryEmitValue(true);

            assertThatThrownBy(killed::join).hasMessageContaining("killed");
            Eventually.holds(() -> checked(counter.id()) == 6);
            assertThat(bad(counter.id())).containsExactly(2L);
            assertThat(doubt(counter.id()).met().times()).isOne();
        }
    }

    /** Another instance that has kept what it saw of the counter, and dies before its commit. */
    private static Mono<Void> half(
            SignatureDebt debt, List<SignatureDebt.Stretch> all, CounterId counter) {
        var own = all.stream().filter(stretch -> stretch.counter().equals(counter)).toList();
        assertThat(own).hasSize(1);
        var bad = List.of(new SignatureDebt.Bad(TENANT, counter, 2));
        return debt.looked(own, bad, Instant.EPOCH)
                .then(Mono.error(new IllegalStateException("killed")));
    }

    /** Has the right to look until it is told to go on, and does this then. */
    private void hold(Sinks.One<Boolean> goOn, Mono<Void> then, CompletableFuture<Void> end) {
        CompletableFuture<Void> held = new CompletableFuture<>();
        DatabaseClient database = server.bean(DatabaseClient.class);
        database.sql("select pg_advisory_xact_lock(hashtext('evidence signatures'))")
                .then()
                .doOnSuccess(_ -> held.complete(null))
                .then(goOn.asMono())
                .then(then)
                .as(server.bean(TransactionalOperator.class)::transactional)
                .subscribe(_ -> {}, end::completeExceptionally, () -> end.complete(null));
        held.join();
    }

    @Test
    void tellsHowFarItIsAsTheTablesHaveIt() throws MalformedRecordException {
        try (var counter = SellingCounter.enrol(server, "SG-0006")) {
            counter.sends(journal(counter, 20, List.of()));
            Eventually.holds(() -> checked(counter.id()) == 20);
        }
        var progress = server.bean(Signatures.class).progress().blockOptional().orElseThrow();

        assertThat(progress.records()).isEqualTo(number("select count(*) from evidence_record"));
        assertThat(progress.debt()).isEqualTo(progress.records() - progress.checked());
        assertThat(progress.perSecond()).isPositive();
        assertThat(server.bean(Signatures.class).lookedAt()).isPositive();
        assertThat(page("/doubts/signatures"))
                .contains("\"records\":", "\"checked\":", "\"debt\":", "\"oldestAgeMillis\":");
    }

    @Test
    void neverGoesBackAndForgetsNothingThatWasFound() throws MalformedRecordException {
        try (var counter = SellingCounter.enrol(server, "SG-0007")) {
            counter.sends(journal(counter, 4, List.of(2)));
            Eventually.holds(() -> checked(counter.id()) == 4);
        }
        for (String deed :
                List.of(
                        "update evidence_head set checked_seq = 0 where checked_seq > 1",
                        "update evidence_head set checked_seq = seq + 1",
                        "update evidence_bad_signature set seq = seq + 100",
                        "delete from evidence_bad_signature")) {
            assertThatThrownBy(() -> database().sql(deed).then().block()).as(deed).isNotNull();
        }
    }

    /** Its first records, some of which are wrongly signed and followed as they are. */
    private List<JournalRecord> journal(SellingCounter counter, int count, Collection<Integer> bad)
            throws MalformedRecordException {
        List<JournalRecord> records = new ArrayList<>();
        ChainHead head = counter.head();
        for (int seq = 1; seq <= count; seq++) {
            Fact fact = seq == 1 ? new Fact.Booted("0".repeat(32), "test", true) : new Fact.Beat();
            var clock = new ClockReading(1000, seq, ClockReading.ClockQuality.FLEET, 20);
            var key = counter.enrolled().card().journalKey();
            JournalRecord record = JournalRecord.seal(head, fact, clock, key);
            if (bad.contains(seq)) {
                byte[] bytes = record.bytes();
                bytes[bytes.length - SIGNATURE_LENGTH] ^= 1;
                record = JournalRecord.read(bytes);
            }
            records.add(record);
            head = head.after(record);
        }
        return records;
    }

    private DatabaseClient database() {
        return server.bean(DatabaseClient.class);
    }

    private long number(String sql) {
        return Objects.requireNonNull(database().sql(sql).mapValue(Long.class).one().block());
    }

    private long checked(CounterId counter) {
        return number(
                "select coalesce(max(checked_seq), 0) from evidence_head where counter_id = '%s'"
                        .formatted(counter));
    }

    private List<Long> bad(CounterId counter) {
        return database()
                .sql("select seq from evidence_bad_signature where counter_id = :id order by seq")
                .bind("id", counter.hex())
                .mapValue(Long.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Doubt doubt(CounterId counter) {
        assertThat(doubts(counter)).hasSize(1);
        return doubts(counter).getFirst();
    }

    private List<Doubt> doubts(CounterId counter) {
        return server.bean(Doubts.class)
                .open(TENANT)
                .filter(doubt -> doubt.counter().equals(counter.hex()))
                .filter(doubt -> doubt.kind() == DoubtKind.BAD_SIGNATURE)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private String page(String uri) {
        return String.valueOf(
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(uri + "?lang=en")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
