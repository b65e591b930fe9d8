package org.assistcounter.fleet.link.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;

/** Every message is done with once, whatever becomes of it. */
class TurnsTest {
    private final TestPublisher<Incoming> messages = TestPublisher.create();
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final List<AtomicInteger> done =
            IntStream.range(0, 3_000).mapToObj(i -> new AtomicInteger()).toList();
    private final Sinks.Empty<Void> gate = Sinks.empty();

    private Incoming says(int number, int counter, String suffix) {
        CounterId id = new CounterId("%032x".formatted(counter));
        Uplink message = new Uplink(id, suffix, new byte[] {1}, null, Instant.EPOCH);
        return new Incoming(message, this, done.get(number)::incrementAndGet);
    }

    private Mono<Void> hear(Incoming incoming) {
        heard.add(incoming.message().counter().hex().substring(28));
        return gate.asMono();
    }

    private long doneOnce() {
        return done.stream().filter(each -> each.get() == 1).count();
    }

    private long doneOftener() {
        return done.stream().filter(each -> each.get() > 1).count();
    }

    private static void await(BooleanSupplier isSo) {
        long until = System.currentTimeMillis() + 20_000;
        while (!isSo.getAsBoolean()) {
            assertThat(System.currentTimeMillis()).as("in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void oneOfACounterAndMostOfAllAtATime() {
        Disposable running = Turns.drain(messages.flux(), this::hear).subscribe();
        for (int i = 0; i < 2_000; i++) {
            messages.next(says(i, i / 2, Topics.JOURNAL));
        }
        await(() -> heard.size() == 1_000);
        assertThat(heard).doesNotHaveDuplicates();

        gate.tryEmitEmpty();
        await(() -> doneOnce() == 2_000);
        assertThat(heard).hasSize(2_000);
        running.dispose();
    }

    @Test
    void whoGreetsAgainIsHeardOnce() {
        Disposable running = Turns.drain(messages.flux(), this::hear).subscribe();
        messages.next(says(0, 7, Topics.JOURNAL));
        messages.next(says(1, 7, Topics.HELLO));
        messages.next(says(2, 7, Topics.HELLO));
        assertThat(done.get(1).get()).as("needless").isEqualTo(1);

        gate.tryEmitEmpty();
        await(() -> doneOnce() == 3);
        assertThat(heard).hasSize(2);
        running.dispose();
    }

    @Test
    void whenNobodyHearsAnyMoreAllAreDoneWith() {
        Disposable running = Turns.drain(messages.flux(), this::hear).subscribe();
        for (int i = 0; i < 3_000; i++) {
            messages.next(says(i, i / 2, Topics.JOURNAL));
        }
        await(() -> heard.size() == 1_024);

        running.dispose();
        await(() -> doneOnce() == 3_000);
        assertThat(doneOftener()).isZero();
    }

    @Test
    void whoSaysTooMuchIsNotHeardToTheEnd() {
        Disposable running = Turns.drain(messages.flux(), this::hear).subscribe();
        for (int i = 0; i < 100; i++) {
            messages.next(says(i, 7, "nonsense"));
        }
        await(() -> heard.size() == 1);
        assertThat(doneOnce()).as("let go").isEqualTo(67);

        gate.tryEmitEmpty();
        await(() -> doneOnce() == 100);
        assertThat(heard).hasSize(33);
        running.dispose();
    }
}
