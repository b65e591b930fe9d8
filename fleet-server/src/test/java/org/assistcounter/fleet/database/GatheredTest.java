package org.assistcounter.fleet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Which questions go together, and who gets which answer. */
class GatheredTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Set<String>> asked = new ArrayList<>();
    private final List<Sinks.One<Map<String, Integer>>> answers = new ArrayList<>();
    private final Gathered<String, Integer> gathered =
            new Gathered<>(1, Duration.ZERO, Schedulers.parallel(), this::ask);

    private Mono<Map<String, Integer>> ask(Set<String> keys) {
        asked.add(new TreeSet<>(keys));
        Sinks.One<Map<String, Integer>> answer = Sinks.one();
        answers.add(answer);
        return answer.asMono();
    }

    @Test
    void asksTogetherWhatCameWhileAQuestionWasUnderWay() {
        var a = gathered.of("a").toFuture();
        var b = gathered.of("b").toFuture();
        var c = gathered.of("c").toFuture();
        assertThat(asked).containsExactly(Set.of("a"));

        answers.getFirst().tryEmitValue(Map.of("a", 1));
        assertThat(asked).containsExactly(Set.of("a"), Set.of("b", "c"));
        answers.getLast().tryEmitValue(Map.of("b", 2));

        assertThat(Mono.fromFuture(a).block(PATIENCE)).isEqualTo(1);
        assertThat(Mono.fromFuture(b).block(PATIENCE)).isEqualTo(2);
        assertThat(Mono.fromFuture(c).block(PATIENCE)).as("has no answer").isNull();
    }

    @Test
    void neverGivesAnAnswerThatIsOlderThanItsQuestion() {
        var before = gathered.of("a").toFuture();
        var after = gathered.of("a").toFuture();

        answers.getFirst().tryEmitValue(Map.of("a", 1));
        answers.getLast().tryEmitValue(Map.of("a", 2));

        assertThat(Mono.fromFuture(before).block(PATIENCE)).isEqualTo(1);
        assertThat(Mono.fromFuture(after).block(PATIENCE)).isEqualTo(2);
    }

    @Test
    void goesOnAfterAFailureThatOnlyItsAskersHear() {
        var failing = gathered.of("a").toFuture();
        var waiting = gathered.of("b").toFuture();

        answers.getFirst().tryEmitError(new IllegalStateException("no database"));
        answers.getLast().tryEmitValue(Map.of("b", 2));

        assertThatThrownBy(() -> Mono.fromFuture(failing).block(PATIENCE))
                .hasMessageContaining("no database");
        assertThat(Mono.fromFuture(waiting).block(PATIENCE)).isEqualTo(2);
    }

    @Test
    void letsACrowdComeTogetherForAMoment() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        var resting = new Gathered<>(1, Duration.ofMillis(20), time, this::ask);
        var _ = resting.of("a").toFuture();
        answers.getFirst().tryEmitValue(Map.of("a", 1));
        var _ = resting.of("b").toFuture();
        time.advanceTimeBy(Duration.ofMillis(19));
        var _ = resting.of("c").toFuture();
        assertThat(asked).containsExactly(Set.of("a"));

        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(asked).containsExactly(Set.of("a"), Set.of("b", "c"));
    }
}
