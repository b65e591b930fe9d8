package org.assistcounter.fleet.link.client;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assistcounter.fleet.settings.BrokerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Our connection to one broker. It reconnects by itself and subscribes anew each time: its session
 * begins clean and ends with the connection, and what passed meanwhile is lost here and sent again
 * by the counters, which wait for a signed checkpoint and not for a broker.
 */
final class BrokerConnection {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
    private static final String UPLINKS = "v1/+/up/#";

    /** Our own broker keeps to it, and so what waits beyond waits there. */
    private static final int OWN_UNACKNOWLEDGED_MAX = 512;

    /**
     * Mosquitto 2.0.11 sends more than a client has said that it takes, and is cut off for it; how
     * much may wait is said in its configuration.
     */
    private static final int UNACKNOWLEDGED_MAX = 65_535;

    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final Duration SEND_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration RESUBSCRIBE_PAUSE = Duration.ofMillis(20);

    private final BrokerAddress address;
    private final int unacknowledgedMax;
    private final Mqtt5AsyncClient client;

    BrokerConnection(String name, BrokerAddress address, boolean isOurs, MqttClientSslConfig tls) {
        this.address = address;
        this.unacknowledgedMax = isOurs ? OWN_UNACKNOWLEDGED_MAX : UNACKNOWLEDGED_MAX;
        this.client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(name)
                        .serverHost(address.host())
                        .serverPort(address.port())
                        .sslConfig(tls)
                        .automaticReconnect()
                        .initialDelay(200, TimeUnit.MILLISECONDS)
                        .maxDelay(2, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .addDisconnectedListener(context ->
                                context.getReconnector()
                                        .resubscribeIfSessionExpired(false)
                                        .republishIfSessionExpired(false))
                        .addConnectedListener(context -> subscribe())
                        .buildAsync();
    }

    /** Waits a little for the first connection; another is tried for until {@link #disconnect}. */
    void connect() {
        try {
            client.connectWith()
                    .cleanStart(true)
                    .keepAlive(KEEP_ALIVE_SECONDS)
                    .restrictions()
                    .receiveMaximum(unacknowledgedMax)
                    .applyRestrictions()
                    .send()
                    .orTimeout(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            LOG.warn("The broker at {} does not answer yet; trying on.", address, failure);
        }
    }

    /** Ends the connection for good. */
    void disconnect() {
        try {
            client.disconnect().orTimeout(1, TimeUnit.SECONDS).join();
        } catch (CompletionException notConnected) {
            LOG.debug("There was no connection to end.", notConnected);
        }
    }

    /** Whether the broker is there. */
    boolean isConnected() {
        return client.getState().isConnected();
    }

    Mono<Void> publish(Mqtt5Publish message) {
        return Mono.fromFuture(() -> client.publish(message)).timeout(SEND_PATIENCE).then();
    }

    /** The library ends this stream with the session, so it is asked for again. */
    Flux<Mqtt5Publish> incoming() {
        return Flux.defer(
                        () -> Flux.from(client.toRx().publishes(MqttGlobalPublishFilter.ALL, true)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RESUBSCRIBE_PAUSE));
    }

    private void subscribe() {
        Mono.fromFuture(() ->
                        client.subscribeWith()
                                .topicFilter(UPLINKS)
                                .qos(MqttQos.AT_LEAST_ONCE)
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
