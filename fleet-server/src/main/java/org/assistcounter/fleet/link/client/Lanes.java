package org.assistcounter.fleet.link.client;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.UplinkHandler;
import org.assistcounter.fleet.shards.LostShard;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.GroupedFlux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Hands messages to the handler: strictly one after another for a counter, side by side in a fixed
 * number of lanes for all. A message is acknowledged after the handler is done with it, whether it
 * succeeded or failed. Withholding the acknowledgement would gain nothing, since a counter resends
 * until it has a signed checkpoint; it would stop the rest, since acknowledgements go in order.
 */
@Component
class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final int LANES = 128;
    private static final int WAITING_MAX = 512;

    private final ObjectProvider<UplinkHandler> handlers;
    private final OuterDoor door;
    private final Shards shards;
    private final Elsewhere elsewhere;
    private final Clock clock;
    private final AtomicLong failures = new AtomicLong();

    Lanes(
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

    /**
     * A message and where it came in.
     *
     * @param message null where the topic is none of a counter
     * @param done to be run when it is done with
     */
    record Incoming(@Nullable Uplink message, Object connection, Runnable done) {

        private int lane() {
            return message == null ? 0 : Math.floorMod(message.counter().hashCode(), LANES);
        }
    }

    long failures() {
        return failures.get();
    }

    Mono<Void> drain(Flux<Incoming> messages) {
        UplinkHandler handler = handlers.getIfAvailable(() -> Lanes::refuseAll);
        return messages.groupBy(Incoming::lane, WAITING_MAX)
                .flatMap(lane -> inOrder(lane, handler), LANES)
                .then();
    }

    private Flux<Void> inOrder(GroupedFlux<Integer, Incoming> lane, UplinkHandler handler) {
        return lane.publishOn(Schedulers.parallel()).concatMap(message -> handle(message, handler));
    }

    private Mono<Void> handle(Incoming incoming, UplinkHandler handler) {
        Uplink message = incoming.message();
        Mono<Void> handled =
                message == null
                        ? Mono.empty()
                        : Mono.defer(() -> taken(message, incoming.connection(), handler))
                                .onErrorResume(failure -> fail(message, failure));
        return handled.doFinally(end -> incoming.done().run());
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
