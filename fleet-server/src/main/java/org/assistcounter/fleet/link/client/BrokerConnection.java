package org.assistcounter.fleet.link.client;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.reactivex.Flowable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.Waiting;
import org.assistcounter.fleet.settings.BrokerAddress;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Our connection to a broker that others run. It reconnects by itself and subscribes anew each
 * time: its session begins clean and ends with the connection, and what passed meanwhile is lost
 * here and sent again by the counters, which wait for a signed checkpoint and not for a broker.
 */
final class BrokerConnection implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);

    private static final int KEEP_ALIVE_SECONDS = 10;

    /** At a broker that has just started we want to be before thousands of counters. */
    private static final int RECONNECT_MILLIS_MAX = 500;

    private static final int OUTGOING_BYTES_MAX = 64 * 1024 * 1024;
    private static final Duration SEND_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);
    private static final Duration RESUBSCRIBE_PAUSE = Duration.ofMillis(20);

    private final BrokerAddress address;
    private final Waiting waiting;
    private final Clock clock;
    private final Mqtt5AsyncClient client;
    private final Nagle<Mqtt5Publish> outgoing = new Nagle<>(OUTGOING_BYTES_MAX, this::send);

    BrokerConnection(
            String name,
            BrokerAddress address,
            MqttClientSslConfig tls,
            Waiting waiting,
            Clock clock) {
        this.address = address;
        this.waiting = waiting;
        this.clock = clock;
        this.client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(name)
                        .serverHost(address.host())
                        .serverPort(address.port())
                        .sslConfig(tls)
                        .automaticReconnect()
                        .initialDelay(200, TimeUnit.MILLISECONDS)
                        .maxDelay(RECONNECT_MILLIS_MAX, TimeUnit.MILLISECONDS)
                        .applyAutomaticReconnect()
                        .addDisconnectedListener(context ->
                                context.getReconnector()
                                        .resubscribeIfSessionExpired(false)
                                        .republishIfSessionExpired(false))
                        .addConnectedListener(context -> subscribe())
                        .buildAsync();
    }

    @Override
    public void connect() {
        try {
            client.connectWith()
                    .cleanStart(true)
                    .keepAlive(KEEP_ALIVE_SECONDS)
                    .send()
                    .orTimeout(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            LOG.warn("The broker at {} does not answer yet; trying on.", address, failure);
        }
    }

    @Override
    public void disconnect() {
        try {
            client.disconnect().orTimeout(1, TimeUnit.SECONDS).join();
        } catch (CompletionException notConnected) {
            LOG.debug("There was no connection to end.", notConnected);
        }
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public Mono<Void> publish(CounterId counter, String topic, byte[] payload, String correlation) {
        var message =
                Mqtt5Publish.builder().topic(topic).payload(payload).qos(MqttQos.AT_MOST_ONCE);
        Mqtt5Publish publish =
                correlation.isEmpty()
                        ? message.build()
                        : message.correlationData(HexFormat.of().parseHex(correlation)).build();
        return outgoing.send(publish, topic.length() + length(publish)).timeout(SEND_PATIENCE);
    }

    /**
     * Of the last one we are told that the broker has it, and so of those before it. It is never
     * cancelled: the library would not get back what it had lent for it.
     */
    private Mono<Void> send(List<Mqtt5Publish> together) {
        List<Mqtt5Publish> all = new ArrayList<>(together);
        all.add(all.removeLast().extend().qos(MqttQos.AT_LEAST_ONCE).build());
        return Mono.fromFuture(
                        () ->
                                Flux.from(client.toRx().publish(Flowable.fromIterable(all)))
                                        .last()
                                        .toFuture(),
                        true)
                .timeout(SEND_PATIENCE)
                .flatMap(last ->
                        last.getError().<Mono<Void>>map(Mono::error).orElseGet(Mono::empty));
    }

    /**
     * The library ends this stream with the session, so it is asked for again. Nothing is
     * acknowledged: what is lost on this way is sent again by the counter, whatever a broker knows.
     */
    @Override
    public Flux<Incoming> incoming() {
        return Flux.defer(() -> Flux.from(client.toRx().publishes(MqttGlobalPublishFilter.ALL)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RESUBSCRIBE_PAUSE))
                .<Incoming>handle((message, next) -> {
                    Incoming incoming = incoming(message);
                    if (incoming != null) {
                        next.next(incoming);
                    }
                });
    }

    /** Nothing where the topic is none of a counter, or there is no room; then it is sent again. */
    private @Nullable Incoming incoming(Mqtt5Publish message) {
        String topic = message.getTopic().toString();
        CounterId counter = Topics.counter(topic).orElse(null);
        String suffix = counter == null ? null : Topics.upSuffix(counter, topic).orElse(null);
        int length = length(message);
        return counter != null && suffix != null && waiting.enter(length)
                ? new Incoming(uplink(counter, suffix, message), this, () -> waiting.leave(length))
                : null;
    }

    private static int length(Mqtt5Publish message) {
        int reply = message.getResponseTopic().map(topic -> topic.toString().length()).orElse(0);
        int correlation = message.getCorrelationData().map(ByteBuffer::remaining).orElse(0);
        int payload = message.getPayload().map(ByteBuffer::remaining).orElse(0);
        return payload + reply + 2 * correlation;
    }

    private Uplink uplink(CounterId counter, String suffix, Mqtt5Publish message) {
        return new Uplink(
                counter,
                suffix,
                message.getPayloadAsBytes(),
                Uplink.Reply.of(
                        counter,
                        message.getResponseTopic().map(Object::toString).orElse(""),
                        message.getCorrelationData()),
                clock.instant());
    }

    private void subscribe() {
        Mono.fromFuture(() ->
                        client.subscribeWith()
                                .topicFilter(Topics.UPLINKS)
                                .qos(MqttQos.AT_MOST_ONCE)
                                .send())
                .subscribe(
                        done -> LOG.info("Receiving what counters send at {}.", address),
                        failure ->
                                LOG.error(
                                        "The uplinks could not be subscribed at {}.",
                                        address,
                                        failure));
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
