package org.assistcounter.fleet.link.client;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.UplinkHandler;
import org.assistcounter.fleet.shards.LostShard;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.identity.CounterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands messages to the handler: strictly one after another for a counter, and of so many counters
 * side by side. A message is done with after the handler, whether it succeeded or failed: nothing
 * would be gained by trying again, since a counter resends until it has a signed checkpoint.
 */
@Component
class Hearing {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final ObjectProvider<UplinkHandler> handlers;
    private final OuterDoor door;
    private final Shards shards;
    private final Elsewhere elsewhere;
    private final Clock clock;
    private final AtomicLong failures = new AtomicLong();

    Hearing(
            ObjectProvider<UplinkHandler> handlers,
            OuterDoor door,
            Shards shards,
            Elsewhere elsewhere,
            Clock clock) {
        this.handlers = handlers;
        this.door = door;
        this.shards = shards;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    long failures() {
        return failures.get();
    }

    Mono<Void> drain(Flux<Incoming> messages) {
        UplinkHandler handler = handlers.getIfAvailable(() -> Hearing::refuseAll);
        return Turns.drain(messages, incoming -> heard(incoming, handler));
    }

    private Mono<Void> heard(Incoming incoming, UplinkHandler handler) {
        Uplink message = incoming.message();
        return Mono.defer(() -> taken(message, incoming.connection(), handler))
                .onErrorResume(failure -> fail(message, failure));
    }

    /** What is another instance's to do, or not to be heard at all, is done with. */
    private Mono<Void> taken(Uplink message, Object connection, UplinkHandler handler) {
        CounterId counter = message.counter();
        if (!door.isOpen(counter, message.suffix(), connection)) {
            return Mono.empty();
        }
        if (!shards.enter(counter)) {
            elsewhere.heard(counter, clock.instant());
            return Mono.empty();
        }
        return Mono.defer(() -> door.admitted(counter, message.suffix()))
                .filter(isAdmitted -> isAdmitted)
                .flatMap(isAdmitted -> handler.received(message))
                .onErrorResume(LostShard.class, lost -> tooLate(counter, lost))
                .doFinally(end -> shards.leave(counter));
    }

    /** The counter has become another instance's meanwhile, and sends it again. */
    private Mono<Void> tooLate(CounterId counter, LostShard lost) {
        LOG.info("Too late for what {} says: {}", counter, lost.getMessage());
        elsewhere.heard(counter, clock.instant());
        return Mono.empty();
    }

    private Mono<Void> fail(Uplink message, Throwable failure) {
        failures.incrementAndGet();
        LOG.error("The handler failed on {}.", message, failure);
        return Mono.empty();
    }

    private static Mono<Void> refuseAll(Uplink message) {
        return Mono.error(() -> new IllegalStateException("Nobody handles " + message));
    }
}
