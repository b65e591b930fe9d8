package org.assistcounter.fleet.link.client;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.assistcounter.fleet.enrolment.LinkCredentials;
import org.assistcounter.fleet.settings.FleetSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Our connection to the broker. It reconnects by itself and subscribes anew each time: its session
 * begins clean and ends with the connection, and what passed meanwhile is lost here and sent again
 * by the counters, which wait for a signed checkpoint and not for a broker.
 */
@Component
public class FleetClient {

    private static final Logger LOG = LoggerFactory.getLogger(FleetClient.class);
    private static final String UPLINKS = "v1/+/up/#";
    private static final int UNACKNOWLEDGED_MAX = 512;
    private static final Duration SEND_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration RESUBSCRIBE_PAUSE = Duration.ofMillis(20);

    private final Lanes lanes;
    private final Mqtt5AsyncClient client;
    private @Nullable Disposable receiving;

    FleetClient(FleetSettings settings, LinkCredentials credentials, Lanes lanes) {
        this.lanes = lanes;
        this.client = build(settings, credentials);
    }

    /** Begins to receive, and waits a little for the first connection. */
    public synchronized void connect() {
        receiving = lanes.drain(incoming()).subscribe();
        try {
            client.connectWith()
                    .cleanStart(true)
                    .restrictions()
                    .receiveMaximum(UNACKNOWLEDGED_MAX)
                    .applyRestrictions()
                    .send()
                    .orTimeout(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            LOG.warn("The broker does not answer yet; trying on.", failure);
        }
    }

    /** Ends the connection for good. */
    public synchronized void disconnect() {
        if (receiving != null) {
            receiving.dispose();
            receiving = null;
        }
        try {
            client.disconnect().orTimeout(1, TimeUnit.SECONDS).join();
        } catch (CompletionException notConnected) {
            LOG.debug("There was no connection to end.", notConnected);
        }
    }

    /** Whether the broker is there. */
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    /** How many messages the handler failed on. */
    public long handlerFailures() {
        return lanes.failures();
    }

    /**
     * Sends a message; at once an error when there is no connection, since nothing is kept here.
     */
    public Mono<Void> publish(String topic, byte[] payload, String correlation) {
        if (!isConnected()) {
            return Mono.error(() -> new IllegalStateException("The broker is not connected."));
        }
        var message =
                Mqtt5Publish.builder().topic(topic).payload(payload).qos(MqttQos.AT_LEAST_ONCE);
        var complete =
                correlation.isEmpty()
                        ? message
                        : message.correlationData(HexFormat.of().parseHex(correlation));
        return Mono.fromFuture(() -> client.publish(complete.build()))
                .timeout(SEND_PATIENCE)
                .then();
    }

    /** The library ends this stream with the session, so it is asked for again. */
    private Flux<Mqtt5Publish> incoming() {
        return Flux.defer(
                        () -> Flux.from(client.toRx().publishes(MqttGlobalPublishFilter.ALL, true)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RESUBSCRIBE_PAUSE));
    }

    private Mqtt5AsyncClient build(FleetSettings settings, LinkCredentials credentials) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(LinkCredentials.FLEET)
                .serverHost(settings.mqtt().address())
                .serverPort(settings.mqtt().port())
                .sslConfig(tls(credentials))
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

    private void subscribe() {
        Mono.fromFuture(() ->
                        client.subscribeWith()
                                .topicFilter(UPLINKS)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .send())
                .subscribe(
                        done -> LOG.info("Receiving what counters send."),
                        failure -> LOG.error("The uplinks could not be subscribed.", failure));
    }

    private static MqttClientSslConfig tls(LinkCredentials credentials) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(credentials.fleet(), credentials.password().toCharArray());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(credentials.trust());
            return MqttClientSslConfig.builder()
                    .keyManagerFactory(keys)
                    .trustManagerFactory(trust)
                    .protocols(List.of("TLSv1.3"))
                    .build();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The fleet's certificate cannot be used.", failure);
        }
    }
}
