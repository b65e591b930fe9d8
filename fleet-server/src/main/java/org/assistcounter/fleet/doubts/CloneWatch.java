package org.assistcounter.fleet.doubts;

import java.time.Clock;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.protocol.identity.CounterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Notices machines that push each other off the line. */
@Component
class CloneWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CloneWatch.class);

    private final Counters counters;
    private final Doubts doubts;
    private final Clock clock;
    private final Takeovers takeovers = new Takeovers();
    private final Disposable running;

    CloneWatch(Connected connected, Counters counters, Doubts doubts, Clock clock) {
        this.counters = counters;
        this.doubts = doubts;
        this.clock = clock;
        this.running = connected.takeovers().concatMap(this::tookOver).subscribe();
    }

    private Mono<Void> tookOver(CounterId id) {
        if (!takeovers.isOneOfMany(id, clock.instant())) {
            return Mono.empty();
        }
        String reason =
                "%d connections took each other's place within %d minutes"
                        .formatted(Takeovers.MANY, Takeovers.WINDOW.toMinutes());
        return counters.find(id)
                .flatMap(counter -> doubts.met(counter, DoubtKind.CLONE, reason))
                .onErrorResume(failure -> {
                    LOG.atError()
                            .addKeyValue("counter", id)
                            .setCause(failure)
                            .log("That a counter may be there twice could not be noted.");
                    return Mono.empty();
                });
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
