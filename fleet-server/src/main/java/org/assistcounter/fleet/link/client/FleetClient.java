package org.assistcounter.fleet.link.client;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.assistcounter.fleet.enrolment.LinkCredentials;
import org.assistcounter.fleet.settings.BrokerAddress;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Our connections, one to each broker. A counter is answered at the broker where it was last heard;
 * one that was not heard yet is spoken to at all of them.
 */
@Component
public class FleetClient {
    private final Lanes lanes;
    private final List<BrokerConnection> connections;
    private final Map<CounterId, BrokerConnection> routes = new ConcurrentHashMap<>();
    private @Nullable Disposable receiving;

    FleetClient(
            FleetSettings settings,
            ExternalSettings external,
            LinkCredentials credentials,
            Lanes lanes) {
        this.lanes = lanes;
        MqttClientSslConfig tls = tls(credentials);
        boolean isOurs = external.hasEmbeddedBroker();
        List<BrokerAddress> brokers =
                isOurs
                        ? List.of(
                                new BrokerAddress(
                                        settings.mqtt().address(), settings.mqtt().port()))
                        : external.brokerAddresses();
        this.connections =
                brokers.stream()
                        .map(each -> new BrokerConnection(credentials.name(), each, isOurs, tls))
                        .toList();
    }

    /** Begins to receive, and waits a little for the first connections. */
    public synchronized void connect() {
        receiving =
                lanes.drain(Flux.merge(connections.stream().map(this::incoming).toList()))
                        .subscribe();
        connections.parallelStream().forEach(BrokerConnection::connect);
    }

    private Flux<Lanes.Incoming> incoming(BrokerConnection connection) {
        return connection
                .incoming()
                .map(message -> Lanes.Incoming.of(message, connection))
                .doOnNext(incoming -> {
                    CounterId counter = incoming.counter();
                    if (counter != null && !incoming.suffix().equals(Topics.GONE)) {
                        routes.put(counter, connection);
                    }
                });
    }

    /** Ends the connections for good. */
    public synchronized void disconnect() {
        if (receiving != null) {
            receiving.dispose();
            receiving = null;
        }
        connections.parallelStream().forEach(BrokerConnection::disconnect);
    }

    /** Whether a broker is there: counters whose own is not go to the next. */
    public boolean isConnected() {
        return connections.stream().anyMatch(BrokerConnection::isConnected);
    }

    /** How many messages the handler failed on. */
    public long handlerFailures() {
        return lanes.failures();
    }

    /**
     * Sends a message; at once an error when there is no connection, since nothing is kept here.
     */
    public Mono<Void> publish(CounterId counter, String topic, byte[] payload, String correlation) {
        var message =
                Mqtt5Publish.builder().topic(topic).payload(payload).qos(MqttQos.AT_LEAST_ONCE);
        var complete =
                correlation.isEmpty()
                        ? message
                        : message.correlationData(HexFormat.of().parseHex(correlation));
        Mqtt5Publish publish = complete.build();
        BrokerConnection route = routes.get(counter);
        List<BrokerConnection> ways =
                (route == null ? connections : List.of(route))
                        .stream().filter(BrokerConnection::isConnected).toList();
        return ways.isEmpty()
                ? Mono.error(() -> new IllegalStateException("The broker is not connected."))
                : Flux.fromIterable(ways).flatMap(way -> way.publish(publish)).then();
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
