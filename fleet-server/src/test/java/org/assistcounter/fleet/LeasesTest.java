package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ingest.IngestForTests;
import org.assistcounter.fleet.ingest.IngestForTests.Outcome;
import org.assistcounter.fleet.settings.StartRefused;
import org.assistcounter.fleet.shards.LostShard;
import org.assistcounter.fleet.shards.Shard;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.fleet.shards.ShardsForTests;
import org.assistcounter.fleet.shards.store.LeaseStore;
import org.assistcounter.fleet.shards.store.LeaseStore.Instance;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.JournalBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** Instances on the running server's PostgreSQL, which has no use for leases itself. */
@ExtendWith(RunningServer.class)
class LeasesTest {
    private static final List<String> BROKERS = List.of("localhost:1883");
    private static final Duration LIFE = Duration.ofMillis(400);
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Instance DYING = new Instance("dying", "d", false);
    private static final Instance OTHER = new Instance("other", "o", false);

    private final RunningServer.Parts server = RunningServer.parts();
    private final LeaseStore store = server.bean(LeaseStore.class);
    private final TransactionalOperator transaction = server.bean(TransactionalOperator.class);
    private final List<Shards> started = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        started.forEach(Shards::stop);
        DatabaseClient database = server.bean(DatabaseClient.class);
        database.sql("update shards_lease set instance = null").then().block();
        database.sql("delete from shards_instance").then().block();
    }

    @Test
    void twoInstancesHaveEachCounterOnceAndOneThatStopsHandsItsOver() {
        Shards first = started("1");
        Eventually.holds(() -> had(first) == Shard.COUNT);
        Shards second = started("2");
        Eventually.holds(() -> had(first) == Shard.COUNT / 2 && had(second) == Shard.COUNT / 2);

        assertThat(counters().filter(each -> enters(first, each) && enters(second, each)))
                .isEmpty();
        second.stop();

        Eventually.holds(() -> had(first) == Shard.COUNT);
    }

    @Test
    void aDeadInstancesShardsMoveAndAreTold() {
        takesAllAndDies();
        Shards heir = ShardsForTests.instance(store, "1", BROKERS);
        var told = new HashSet<Integer>();
        heir.gained().subscribe(told::addAll);
        started.add(heir);
        heir.start();

        Eventually.holds(() -> had(heir) == Shard.COUNT);

        assertThat(told).hasSize(Shard.COUNT);
    }

    @Test
    void nobodyTakesAShardThroughWhichACommitIsUnderWay() {
        takesAllAndDies();
        List<Integer> others =
                store.hold(DYING.id(), List.of(5), WITHIN)
                        .then(
                                store.take(OTHER.id(), Shard.COUNT, List.of(OTHER))
                                        .collectList()
                                        .subscribeOn(Schedulers.boundedElastic())
                                        .contextWrite(context -> Context.empty()))
                        .as(transaction::transactional)
                        .blockOptional()
                        .orElseThrow();

        assertThat(others).hasSize(Shard.COUNT - 1).doesNotContain(5);
        assertThat(store.take(OTHER.id(), Shard.COUNT, List.of(OTHER)).collectList().block())
                .containsExactly(5);
    }

    @Test
    void whoHasLostAShardWithoutNoticingCannotCommit() {
        Shards paused = started("1");
        Eventually.holds(() -> had(paused) == Shard.COUNT);
        CounterId counter = counter(7);
        paused.hold(List.of(counter)).as(transaction::transactional).block();

        // What another does that believes it dead.
        store.take(OTHER.id(), Shard.COUNT, List.of(OTHER)).collectList().block();

        assertThatThrownBy(
                        () -> paused.hold(List.of(counter)).as(transaction::transactional).block())
                .isInstanceOf(LostShard.class);
    }

    @Test
    void whoStandsStillInTheMiddleOfACommitKeepsNoShardFromOthersAndCommitsNothing() {
        takesAllAndDies();
        Mono<Long> late =
                store.hold(DYING.id(), List.of(5), LIFE)
                        .delayElement(LIFE.multipliedBy(4))
                        .flatMap(held -> store.hold(DYING.id(), List.of(5), LIFE))
                        .as(transaction::transactional);
        var outcome = late.toFuture();

        var taken = new HashSet<Integer>();
        Eventually.holds(() -> {
            store.take(OTHER.id(), Shard.COUNT, List.of(OTHER)).doOnNext(taken::add).blockLast();
            return taken.contains(5);
        });

        assertThat(outcome.isDone()).as("it stands still").isFalse();
        assertThat(outcome).failsWithin(WITHIN);
    }

    @Test
    void whatIsCommittedLateIsRefusedAndBookedOnceByTheOther() {
        Shards paused = started("1");
        Eventually.holds(() -> had(paused) == Shard.COUNT);
        try (var counter = SellingCounter.enrol(server, "LE-0001")) {
            var batch =
                    new JournalBatch(
                            counter.writes(Sales.of(PaymentWay.CARD).delivered()).stream()
                                    .map(JournalRecord::bytes)
                                    .toList());
            store.beat(OTHER, WITHIN).block();
            store.take(OTHER.id(), Shard.COUNT, List.of(OTHER)).blockLast();

            assertThat(commit(paused, counter, batch)).isInstanceOf(Outcome.Failed.class);
            assertThat(committed(counter)).isZero();
            // The server itself has all shards; here it is the other one.
            Outcome heirs = commit(server.bean(Shards.class), counter, batch);
            assertThat(heirs)
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.verdict()).isInstanceOf(Verdict.Append.class));
            assertThat(commit(paused, counter, batch))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.why()).isInstanceOf(LostShard.class));

            store.leave(OTHER.id()).block();
            // It works on, and knows what is booked.
            Eventually.holds(() ->
                    commit(paused, counter, batch) instanceof Outcome.Done(Verdict verdict)
                            && verdict instanceof Verdict.Duplicate);
            assertThat(committed(counter)).isEqualTo(counter.head().seq());
        }
    }

    private Outcome commit(Shards shards, SellingCounter counter, JournalBatch batch) {
        return IngestForTests.commit(server.context(), shards, counter.id(), batch);
    }

    private long committed(SellingCounter counter) {
        return server.bean(Evidence.class)
                .head(counter.id())
                .map(ChainHead::seq)
                .defaultIfEmpty(0L)
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void someThatTakeAtOnceNeverGetTheSame() {
        List<Instance> alive =
                Stream.of("x", "y", "z").map(id -> new Instance(id, id, false)).toList();
        List<Integer> taken =
                Flux.merge(
                                store.take("x", 40, alive),
                                store.take("y", 40, alive),
                                store.take("z", 40, alive))
                        .collectList()
                        .blockOptional()
                        .orElseThrow();

        assertThat(taken).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Shard.COUNT);
    }

    @Test
    void aSecondInstanceOfOneNameIsRefusedInWords() {
        started("1");

        assertThatThrownBy(() ->
                        ShardsForTests.join(store, ShardsForTests.instance(store, "1", BROKERS)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Another instance named 1 runs");
    }

    @Test
    void anInstanceWithItsBrokerInItselfIsRefusedBesideAnother() {
        started("1");

        assertThatThrownBy(() ->
                        ShardsForTests.join(store, ShardsForTests.instance(store, "2", List.of())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Instance 2 has its broker in itself");
    }

    @Test
    void oneThatWasKilledIsWaitedForByItsSuccessor() {
        store.beat(new Instance("killed", "1", false), LIFE).block();

        ShardsForTests.join(
                store, ShardsForTests.instance(store, "1", BROKERS), Duration.ofSeconds(20));

        assertThat(store.alive(LIFE).map(Instance::name).collectList().block()).contains("1");
    }

    private Shards started(String name) {
        Shards shards = ShardsForTests.instance(store, name, BROKERS);
        started.add(shards);
        ShardsForTests.join(store, shards);
        shards.start();
        return shards;
    }

    private void takesAllAndDies() {
        store.beat(DYING, LIFE)
                .thenMany(store.take(DYING.id(), Shard.COUNT, List.of(DYING)))
                .then(Mono.delay(LIFE))
                .block();
    }

    private static Stream<CounterId> counters() {
        return IntStream.range(0, Shard.COUNT).mapToObj(LeasesTest::counter);
    }

    private static CounterId counter(int shard) {
        return new CounterId("%02x".formatted(shard << 2) + "00".repeat(15));
    }

    private static long had(Shards shards) {
        return counters().filter(each -> enters(shards, each)).count();
    }

    private static boolean enters(Shards shards, CounterId counter) {
        boolean isOurs = shards.enter(counter);
        if (isOurs) {
            shards.leave(counter);
        }
        return isOurs;
    }
}
