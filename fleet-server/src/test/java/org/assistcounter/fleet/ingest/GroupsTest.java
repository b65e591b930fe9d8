package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.fleet.ingest.GroupCommit.Outcome;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.JournalBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Which batches share a transaction, and who waits for it. */
class GroupsTest {
    private final List<List<String>> begun = new ArrayList<>();
    private final List<Sinks.One<List<Outcome>>> ends = new ArrayList<>();
    private final Map<String, CompletableFuture<@Nullable Judged>> told = new HashMap<>();
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Groups groups =
            new Groups(
                    this::commit,
                    new IngestMeters(new SimpleMeterRegistry(), Clock.systemUTC()),
                    time);

    private Mono<List<Outcome>> commit(List<Arrived> group) {
        begun.add(group.stream().map(batch -> batch.counter().id().hex().substring(0, 1)).toList());
        Sinks.One<List<Outcome>> end = Sinks.one();
        ends.add(end);
        return end.asMono();
    }

    @Test
    void aBatchThatComesAloneGoesAtOnceWhoeverItIsOf() {
        offered("a");
        ends.getFirst().tryEmitValue(List.of(judged()));
        offered("a");
        ends.getLast().tryEmitValue(List.of(judged()));
        offered("b");

        assertThat(begun).containsExactly(List.of("a"), List.of("a"), List.of("b"));
    }

    @Test
    void thoseThatComeInTheMomentAfterAGroupBeganGoTogether() {
        beginsWithTwo();
        ends.getLast().tryEmitValue(List.of(judged(), judged()));
        offered("d");
        offered("b");
        time.advanceTimeBy(Groups.REST.minusMillis(1));
        assertThat(begun).hasSize(2);

        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(begun.getLast()).containsExactly("d", "b");
    }

    @Test
    void aSlowTransactionHoldsItsPlaceLonger() {
        beginsWithTwo();
        offered("d");
        time.advanceTimeBy(Groups.REST.multipliedBy(10));
        assertThat(begun).hasSize(2);

        ends.getLast().tryEmitValue(List.of(judged(), judged()));
        assertThat(begun.getLast()).containsExactly("d");
    }

    /** The group that is under way then is of two batches. */
    private void beginsWithTwo() {
        offered("a");
        offered("b");
        offered("c");
        ends.getFirst().tryEmitValue(List.of(judged()));
        assertThat(begun).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void aCrowdDoesNotWaitForTheGroupThatIsUnderWay() {
        beginsWithTwo();
        for (int i = 0; i < 16; i++) {
            assertThat(begun).hasSize(2);
            offered("d", 64);
        }
        assertThat(begun.getLast()).hasSize(16).containsOnly("d");
    }

    @Test
    void isToldWhenItsOwnTransactionHasEndedAndNotWhenItsRestHas() {
        offered("a");
        Outcome.Committed judged = judged();
        ends.getFirst().tryEmitValue(List.of(judged));
        time.advanceTimeBy(Duration.ZERO);

        assertThat(told("a")).isCompletedWithValue(judged.judged());
    }

    @Test
    void hearsOfAFailureThatIsItsOwnAndNoOther() {
        beginsWithTwo();
        var why = new IllegalStateException("not taken");
        ends.getLast().tryEmitValue(List.of(new Outcome.Failed(why), judged()));
        time.advanceTimeBy(Duration.ZERO);

        assertThat(told("b")).isCompletedExceptionally();
        assertThat(told("c")).isCompleted();
    }

    private void offered(String name) {
        offered(name, 1);
    }

    private void offered(String name, int records) {
        CounterId id = new CounterId(name.repeat(32));
        List<byte[]> bytes = Collections.nCopies(records, new byte[3]);
        Arrived batch = Arrived.of(counter(id), new JournalBatch(bytes));
        told.put(name, groups.committed(batch).toFuture());
    }

    private CompletableFuture<@Nullable Judged> told(String name) {
        return Objects.requireNonNull(told.get(name));
    }

    private static Outcome.Committed judged() {
        CounterId any = new CounterId("a".repeat(32));
        return new Outcome.Committed(
                new Judged(new Verdict.Duplicate(), ChainHead.genesis(any, new byte[1])));
    }

    private static Counter counter(CounterId id) {
        return new Counter(
                id,
                new Counter.Place("t", "s", "l"),
                CounterStatus.ACTIVE,
                new Counter.Keys("", "0", ""),
                Instant.EPOCH,
                null,
                0);
    }
}
