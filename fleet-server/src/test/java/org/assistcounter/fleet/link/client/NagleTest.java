package org.assistcounter.fleet.link.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Which messages go together, and when whoever sent one is told. */
class NagleTest {
    private static final int BYTES = 300;
    private static final int MOST = 1_000_000;

    private final List<List<String>> sent = new ArrayList<>();
    private final List<Sinks.Empty<Void>> reads = new ArrayList<>();
    private final Nagle<String> nagle = new Nagle<>(MOST, this::way);

    private Mono<Void> way(List<String> together) {
        sent.add(together);
        Sinks.Empty<Void> read = Sinks.empty();
        reads.add(read);
        return read.asMono();
    }

    private CompletableFuture<@Nullable Void> says(String message, int bytes) {
        return nagle.send(message, bytes).toFuture();
    }

    @Test
    void oneThatComesAloneGoesAtOnce() {
        var _ = says("a", BYTES);
        reads.getFirst().tryEmitEmpty();
        var _ = says("b", BYTES);

        assertThat(sent).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void thoseThatComeBeforeItWasReadGoTogetherInTheirOrder() {
        var _ = says("a", BYTES);
        var _ = says("b", BYTES);
        var _ = says("c", BYTES);
        assertThat(sent).hasSize(1);

        reads.getFirst().tryEmitEmpty();

        assertThat(sent).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void whoSentIsToldWhenItWasReadAndNotBefore() {
        var a = says("a", BYTES);
        var b = says("b", BYTES);

        reads.getFirst().tryEmitEmpty();

        assertThat(a).isCompleted();
        assertThat(b).isNotDone();
    }

    @Test
    void aFailureIsOfThoseThatWentTogetherAndTheNextGoOn() {
        var a = says("a", BYTES);
        var b = says("b", BYTES);

        reads.getFirst().tryEmitError(new IllegalStateException("gone"));
        reads.getLast().tryEmitEmpty();

        assertThat(a).isCompletedExceptionally();
        assertThat(b).isCompleted();
    }

    @Test
    void whatItsSenderGaveUpIsNotSent() {
        var _ = says("a", BYTES);
        says("b", BYTES).cancel(true);
        var _ = says("c", BYTES);

        reads.getFirst().tryEmitEmpty();

        assertThat(sent).containsExactly(List.of("a"), List.of("c"));
    }

    @Test
    void goesOnAfterAWayThatBroke() {
        List<List<String>> tried = new ArrayList<>();
        Nagle<String> breaking =
                new Nagle<>(
                        MOST,
                        together -> {
                            tried.add(together);
                            if (tried.size() == 1) {
                                throw new IllegalStateException("broke");
                            }
                            return Mono.empty();
                        });

        assertThat(breaking.send("a", BYTES).toFuture()).isCompletedExceptionally();
        assertThat(breaking.send("b", BYTES).toFuture()).isCompleted();
    }

    @Test
    void aCrowdGoesInPartsAndWhatIsBeyondTheRoomIsRefused() {
        List<CompletableFuture<@Nullable Void>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(says("m" + i, MOST / 10 - 1_000));
        }

        assertThat(all.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(9);
        reads.getFirst().tryEmitEmpty();
        assertThat(sent.getLast()).containsExactly("m1");
    }

    @Test
    void manyThatAreReadAtOnceAreSentOneAfterAnother() {
        Nagle<Integer> fast = new Nagle<>(MOST, _ -> Mono.empty());
        for (int i = 0; i < 1_000; i++) {
            assertThat(fast.send(i, BYTES).toFuture()).isCompleted();
        }
    }
}
