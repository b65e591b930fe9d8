package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.UplinkHandler;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

/** Batches of many counters that come at once are committed together, each as if it were alone. */
@ExtendWith(RunningServer.class)
class GroupIngestTest {
    private static final String TENANT = "demonstration";
    private static final int COUNTERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningServer.Parts server = RunningServer.parts();
    private final List<SellingCounter> counters = new ArrayList<>();

    @AfterEach
    void close() {
        counters.forEach(SellingCounter::close);
    }

    @Test
    void commitsTheGoodOnesWhenOneOfManyIsBad() {
        enrol("GI-1");
        List<Uplink> batches = new ArrayList<>();
        for (SellingCounter counter : counters) {
            batches.add(batch(counter, counter.writes(sale())));
        }
        SellingCounter bad = counters.getFirst();
        byte[] spoilt = batches.getFirst().payload();
        spoilt[spoilt.length - 1] ^= 1;
        batches.set(0, uplink(bad, spoilt));

        received(batches);

        assertThat(seq(bad)).isZero();
        assertThat(refused(bad)).containsExactly("damaged");
        for (SellingCounter good : counters.subList(1, COUNTERS)) {
            assertThat(seq(good)).isEqualTo(good.head().seq());
            assertThat(refused(good)).isEmpty();
        }
        booksAgree();
    }

    @Test
    void parksTheRecordThatTheDatabaseRefusesAndCommitsTheOthersOfTheGroup() {
        enrol("GI-2");
        List<Uplink> batches = new ArrayList<>();
        SellingCounter odd = counters.getFirst();
        batches.add(
                batch(
                        odd,
                        odd.writes(
                                new Fact.StockCounted(11, "no\u0000product", "L", 3),
                                new Fact.StockCounted(12, Sales.APPLES, "L", 3))));
        for (SellingCounter counter : counters.subList(1, COUNTERS)) {
            batches.add(batch(counter, counter.writes(sale())));
        }

        received(batches);

        for (SellingCounter each : counters) {
            assertThat(seq(each)).isEqualTo(each.head().seq());
        }
        assertThat(parked(odd)).containsExactly(2L);
        assertThat(parked(counters.getLast())).isEmpty();
        booksAgree();
    }

    @Test
    void takesSeveralBatchesOfOneCounterInTheirOrder() {
        enrol("GI-3");
        List<Uplink> batches = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (SellingCounter counter : counters) {
                batches.add(batch(counter, counter.writes(sale())));
            }
        }

        received(batches);

        for (SellingCounter each : counters) {
            assertThat(seq(each)).isEqualTo(each.head().seq());
            assertThat(parked(each)).isEmpty();
        }
        booksAgree();
    }

    @Test
    void answersAgainAndBooksOnceWhatWasCommittedWithoutAnAnswer() {
        enrol("GI-4");
        List<Uplink> known = new ArrayList<>();
        for (SellingCounter counter : counters) {
            known.add(batch(counter, counter.writes(sale())));
        }
        received(known);
        counters.forEach(SellingCounter::confirmed);
        List<Balance> before = balances();
        List<Uplink> mixed = new ArrayList<>(known.subList(0, COUNTERS / 2));
        for (SellingCounter counter : counters.subList(COUNTERS / 2, COUNTERS)) {
            mixed.add(batch(counter, counter.writes(new Fact.Beat())));
        }

        received(mixed);

        for (SellingCounter each : counters) {
            assertThat(each.confirmed().seq()).isEqualTo(each.head().seq());
        }
        assertThat(balances()).isEqualTo(before);
        booksAgree();
    }

    @Test
    void letsGroupsMeetThatLockTheSameRowsInAnyOrder() {
        enrol("GI-5");
        List<Uplink> batches = new ArrayList<>();
        for (SellingCounter counter : counters) {
            List<JournalRecord> records = counter.writes(sale());
            for (int copy = 0; copy < 8; copy++) {
                batches.add(batch(counter, records));
            }
        }
        batches.sort(Comparator.comparingInt(Uplink::hashCode));

        received(batches);

        for (SellingCounter each : counters) {
            assertThat(seq(each)).isEqualTo(each.head().seq());
            assertThat(refused(each)).isEmpty();
        }
        booksAgree();
    }

    private void enrol(String label) {
        IntStream.range(0, COUNTERS)
                .forEach(i -> counters.add(SellingCounter.enrol(server, label + i)));
    }

    private static List<Fact> sale() {
        return Sales.of(PaymentWay.CARD).delivered();
    }

    private static Uplink batch(SellingCounter counter, List<JournalRecord> records) {
        var bytes = records.stream().map(JournalRecord::bytes).toList();
        return uplink(counter, new JournalBatch(bytes).encode());
    }

    private static Uplink uplink(SellingCounter counter, byte[] payload) {
        return new Uplink(counter.id(), Topics.JOURNAL, payload, null, Instant.EPOCH);
    }

    /** All at once; done when each is answered. */
    private void received(List<Uplink> batches) {
        UplinkHandler handler = server.bean(UplinkHandler.class);
        Flux.fromIterable(batches)
                .groupBy(Uplink::counter)
                .flatMap(own -> own.concatMap(handler::received))
                .then()
                .block(PATIENCE);
    }

    private long seq(SellingCounter counter) {
        return server.bean(Evidence.class)
                .head(counter.id())
                .blockOptional(PATIENCE)
                .orElseThrow()
                .seq();
    }

    private List<String> refused(SellingCounter counter) {
        return server.bean(Refusals.class)
                .latest(TENANT, 200)
                .filter(refused -> refused.counter().equals(counter.id().hex()))
                .map(Refused::verdict)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private List<Long> parked(SellingCounter counter) {
        return server.bean(Refusals.class)
                .parkedOf(counter.id().hex())
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private List<Balance> balances() {
        return server.bean(Ledger.class).balances(TENANT).blockOptional(PATIENCE).orElseThrow();
    }

    /** The kept sums are those of the postings, and each unit sums up to nothing. */
    private void booksAgree() {
        var postings =
                server.bean(Ledger.class).postings(TENANT).blockOptional(PATIENCE).orElseThrow();
        assertThat(balances().stream().filter(b -> b.amount() != 0).toList())
                .isEqualTo(postings.stream().filter(b -> b.amount() != 0).toList());
    }
}
