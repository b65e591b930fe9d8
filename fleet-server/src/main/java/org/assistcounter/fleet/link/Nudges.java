package org.assistcounter.fleet.link;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.assistcounter.fleet.link.client.Elsewhere;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.assistcounter.protocol.sync.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks counters to greet anew that were heard while nobody looked after them: their shard's
 * instance had died, and what they said is lost. Without it they would wait for an answer until
 * their patience is at its end.
 */
@Component
class Nudges implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);
    private static final int SPREAD_MILLIS = 500;
    private static final int AT_ONCE = 16;

    private final Downlink downlink;
    private final Elsewhere elsewhere;
    private final SecureRandom random;
    private final Clock clock;
    private final Disposable running;

    Nudges(
            Shards shards,
            Downlink downlink,
            Elsewhere elsewhere,
            SecureRandom random,
            Clock clock) {
        this.downlink = downlink;
        this.elsewhere = elsewhere;
        this.random = random;
        this.clock = clock;
        this.running = shards.gained().onBackpressureBuffer().concatMap(this::nudge).subscribe();
    }

    private Mono<Void> nudge(Set<Integer> shards) {
        return Flux.fromIterable(elsewhere.of(shards, clock.instant()))
                .flatMap(this::nudge, AT_ONCE)
                .then();
    }

    private Mono<Void> nudge(CounterId counter) {
        byte[] word = SyncAnswer.encode(new SyncAnswer.Wait(1 + random.nextInt(SPREAD_MILLIS)));
        return downlink.publish(counter, Topics.SYNC, word)
                .onErrorResume(failure -> {
                    LOG.debug("{} was not asked to greet: {}", counter, failure.toString());
                    return Mono.empty();
                });
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
