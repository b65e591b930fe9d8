package org.assistcounter.fleet.complaints;

import java.time.Duration;
import org.assistcounter.fleet.shards.Shards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets, soon after nothing is in question any more, how shoppers wanted to be reached. */
@Component
class Forgetting implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Disposable running;

    Forgetting(Receipts receipts, Shards shards) {
        this.running =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(
                                due ->
                                        shards.onFirst(receipts.forgetSettled())
                                                .onErrorResume(Forgetting::later),
                                1)
                        .subscribe();
    }

    private static Mono<Void> later(Throwable failure) {
        LOG.warn("Claims are not forgotten now; it is tried again.", failure);
        return Mono.empty();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
