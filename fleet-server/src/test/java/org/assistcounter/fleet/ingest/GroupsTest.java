package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    void thoseThatComeInTheMomentAfterTwoGroupsBeganGoTogether() {
        beginsWithTwoGroups();
        ends.subList(2, 4).forEach(end -> end.tryEmitValue(List.of(judged(), judged())));
        offered("a");
        offered("b");
        time.advanceTimeBy(Groups.REST.minusMillis(1));
        assertThat(begun).hasSize(4);

        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(begun.getLast()).containsExactly("a", "b");
    }

    @Test
    void aSlowTransactionHoldsItsPlaceLonger() {
        beginsWithTwoGroups();
        offered("a");
        time.advanceTimeBy(Groups.REST.multipliedBy(10));
        assertThat(begun).hasSize(4);

        ends.getLast().tryEmitValue(List.of(judged(), judged()));
        assertThat(begun.getLast()).containsExactly("a");
    }

    /** Both that are under way then have two batches. */
    private void beginsWithTwoGroups() {
        List.of("a", "b", "c", "d").forEach(this::offered);
        ends.getFirst().tryEmitValue(List.of(judged()));
        List.of("e", "f").forEach(this::offered);
        ends.get(1).tryEmitValue(List.of(judged()));
        assertThat(begun)
                .containsExactly(List.of("a"), List.of("b"), List.of("c", "d"), List.of("e", "f"));
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
        beginsWithTwoGroups();
        var why = new IllegalStateException("not taken");
        ends.getLast().tryEmitValue(List.of(new Outcome.Failed(why), judged()));
        time.advanceTimeBy(Duration.ZERO);

        assertThat(told("e")).isCompletedExceptionally();
        assertThat(told("f")).isCompleted();
    }

    private void offered(String name) {
        CounterId id = new CounterId(name.repeat(32));
        Arrived batch = Arrived.of(counter(id), new JournalBatch(List.of(new byte[3])));
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
