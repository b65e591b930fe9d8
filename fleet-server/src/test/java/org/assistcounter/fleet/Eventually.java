package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Waits for what another thread or process is about to do, and no longer than it takes. */
final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        holds(PATIENCE, condition);
    }

    static void holds(Duration patience, BooleanSupplier condition) {
        var found =
                Flux.interval(PAUSE)
                        .onBackpressureDrop()
                        .publishOn(Schedulers.boundedElastic(), 1)
                        .filter(tick -> condition.getAsBoolean())
                        .take(patience)
                        .blockFirst();
        assertThat(found).as("It did not come about in %s", patience).isNotNull();
    }
}
