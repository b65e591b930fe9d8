package org.assistcounter.fleet.link.client;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern TOPIC = Pattern.compile("v1/([0-9a-f]{32})/up/(.+)");
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
     * @param counter null where the topic is none of a counter
     */
    record Incoming(
            @Nullable CounterId counter, String suffix, Mqtt5Publish message, Object connection) {

        static Incoming of(Mqtt5Publish message, Object connection) {
            Matcher topic = TOPIC.matcher(message.getTopic().toString());
            return topic.matches()
                    ? new Incoming(
                            new CounterId(topic.group(1)), topic.group(2), message, connection)
                    : new Incoming(null, "", message, connection);
        }

        private int lane() {
            return Math.floorMod(Objects.hashCode(counter), LANES);
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
        Mqtt5Publish message = incoming.message();
        return Mono.defer(() -> taken(incoming, handler))
                .onErrorResume(failure -> fail(message, failure))
                .then(Mono.fromRunnable(message::acknowledge));
    }

    /** What is another instance's to do, or not to be heard at all, is done with. */
    private Mono<Void> taken(Incoming incoming, UplinkHandler handler) {
        CounterId counter = incoming.counter();
        if (counter == null || !door.isOpen(counter, incoming.suffix(), incoming.connection())) {
            return Mono.empty();
        }
        if (!shards.enter(counter)) {
            elsewhere.heard(counter, clock.instant());
            return Mono.empty();
        }
        return Mono.defer(() -> door.admitted(counter, incoming.suffix()))
                .filter(isAdmitted -> isAdmitted)
                .flatMap(isAdmitted -> handler.received(uplink(counter, incoming)))
                .onErrorResume(LostShard.class, lost -> tooLate(counter, lost))
                .doFinally(end -> shards.leave(counter));
    }

    /** The counter has become another instance's meanwhile, and sends it again. */
    private Mono<Void> tooLate(CounterId counter, LostShard lost) {
        LOG.info("Too late for what {} says: {}", counter, lost.getMessage());
        elsewhere.heard(counter, clock.instant());
        return Mono.empty();
    }

    private Mono<Void> fail(Mqtt5Publish message, Throwable failure) {
        failures.incrementAndGet();
        LOG.error("The handler failed on {}.", message.getTopic(), failure);
        return Mono.empty();
    }

    private Uplink uplink(CounterId counter, Incoming incoming) {
        Mqtt5Publish message = incoming.message();
        return new Uplink(
                counter,
                incoming.suffix(),
                message.getPayloadAsBytes(),
                reply(counter, message),
                clock.instant());
    }

    private static Uplink.@Nullable Reply reply(CounterId counter, Mqtt5Publish message) {
        String own = "v1/" + counter.hex() + "/down/";
        return message.getResponseTopic()
                .map(Object::toString)
                .filter(topic -> topic.startsWith(own) && topic.length() > own.length())
                .map(topic -> new Uplink.Reply(topic.substring(own.length()), correlation(message)))
                .orElse(null);
    }

    private static String correlation(Mqtt5Publish message) {
        return message.getCorrelationData().map(Lanes::hex).orElse("");
    }

    private static String hex(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Mono<Void> refuseAll(Uplink message) {
        return Mono.error(() -> new IllegalStateException("Nobody handles " + message));
    }
}
