package org.assistcounter.fleet.wallets;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import org.assistcounter.fleet.shards.Shards;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Settles every few seconds on one instance, and there at once when something new came in. What
 * another instance booked waits for the next time.
 */
@Component
class SettlementTimer implements DisposableBean {
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** So that it is not always under way while batches come, each of which wakes it. */
    private static final Duration REST = Duration.ofMillis(100);

    private final Sinks.Many<Boolean> wakes =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(1));
    private final Disposable running;

    SettlementTimer(Settlement settlement, Shards shards) {
        this.running =
                Flux.merge(wakes.asFlux(), Flux.interval(EVERY).map(tick -> true))
                        .onBackpressureDrop()
                        .concatMap(
                                due -> shards.onFirst(settlement.settle()).then(Mono.delay(REST)),
                                1)
                        .subscribe();
    }

    /** A wake that comes while one is pending adds nothing. */
    void wake() {
        wakes.tryEmitNext(true);
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
