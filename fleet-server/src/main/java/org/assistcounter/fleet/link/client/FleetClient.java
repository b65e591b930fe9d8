package org.assistcounter.fleet.link.client;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.assistcounter.fleet.enrolment.LinkCredentials;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.Waiting;
import org.assistcounter.fleet.link.broker.EmbeddedBroker;
import org.assistcounter.fleet.link.broker.Uplinks;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Our ways to counters: the broker in this process, or connections to those of others. A counter is
 * answered at the broker where it was last heard; one that was not heard yet is spoken to at all.
 */
@Component
public class FleetClient {
    private final Hearing hearing;
    private final List<? extends Carrier> carriers;
    private final Map<CounterId, Carrier> routes = new ConcurrentHashMap<>();
    private @Nullable Disposable receiving;

    FleetClient(
            ExternalSettings external,
            LinkCredentials credentials,
            EmbeddedBroker broker,
            Uplinks uplinks,
            Hearing hearing,
            Waiting waiting,
            Clock clock) {
        this.hearing = hearing;
        this.carriers =
                external.hasEmbeddedBroker()
                        ? List.of(new OwnBroker(broker, uplinks))
                        : connections(external, credentials, waiting, clock);
    }

    private static List<BrokerConnection> connections(
            ExternalSettings external, LinkCredentials credentials, Waiting waiting, Clock clock) {
        MqttClientSslConfig tls = tls(credentials);
        return external.brokerAddresses().stream()
                .map(each -> new BrokerConnection(credentials.name(), each, tls, waiting, clock))
                .toList();
    }

    /** Begins to receive, and waits a little for the first connections. */
    public synchronized void connect() {
        receiving =
                hearing.drain(Flux.merge(carriers.stream().map(this::incoming).toList()))
                        .subscribe();
        carriers.parallelStream().forEach(Carrier::connect);
    }

    private Flux<Incoming> incoming(Carrier carrier) {
        return carrier.incoming()
                .doOnNext(incoming -> {
                    Uplink message = incoming.message();
                    if (!message.suffix().equals(Topics.GONE)) {
                        routes.put(message.counter(), carrier);
                    }
                });
    }

    /** Ends the connections for good. */
    public synchronized void disconnect() {
        if (receiving != null) {
            receiving.dispose();
            receiving = null;
        }
        carriers.parallelStream().forEach(Carrier::disconnect);
    }

    /** Whether a broker is there: counters whose own is not go to the next. */
    public boolean isConnected() {
        return carriers.stream().anyMatch(Carrier::isConnected);
    }

    /** How many messages the handler failed on. */
    public long handlerFailures() {
        return hearing.failures();
    }

    /**
     * Sends a message; at once an error when there is no connection, since nothing is kept here.
     */
    public Mono<Void> publish(CounterId counter, String topic, byte[] payload, String correlation) {
        Carrier route = routes.get(counter);
        List<? extends Carrier> ways =
                (route == null ? carriers : List.of(route))
                        .stream().filter(Carrier::isConnected).toList();
        return ways.isEmpty()
                ? Mono.error(() -> new IllegalStateException("The broker is not connected."))
                : Flux.fromIterable(ways)
                        .flatMap(way -> way.publish(counter, topic, payload, correlation))
                        .then();
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
