package org.assistcounter.fleet.link.client;

import org.assistcounter.fleet.link.broker.EmbeddedBroker;
import org.assistcounter.fleet.link.broker.Uplinks;
import org.assistcounter.protocol.identity.CounterId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The broker in this process, which hands over what it hears without a connection. */
record OwnBroker(EmbeddedBroker broker, Uplinks uplinks) implements Carrier {

    @Override
    public void connect() {}

    @Override
    public void disconnect() {}

    @Override
    public boolean isConnected() {
        return broker.isRunning();
    }

    @Override
    public Flux<Incoming> incoming() {
        return uplinks.heard().map(heard -> new Incoming(heard.message(), this, heard.done()));
    }

    @Override
    public Mono<Void> publish(CounterId counter, String topic, byte[] payload, String correlation) {
        return broker.send(counter, topic, payload, correlation);
    }
}
