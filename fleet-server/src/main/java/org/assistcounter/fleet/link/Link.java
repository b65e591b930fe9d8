package org.assistcounter.fleet.link;

import org.assistcounter.fleet.counters.SuspensionListener;
import org.assistcounter.fleet.link.broker.EmbeddedBroker;
import org.assistcounter.fleet.link.client.FleetClient;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The broker and our client as one thing to start, stop and ask. Starts before the web server and
 * stops after it; the database outlives both. Our own broker may be stopped and started meanwhile:
 * the client finds it again by itself, and so do counters. Those that others run are only found.
 */
@Component
public class Link implements SmartLifecycle, SuspensionListener {

    private final EmbeddedBroker broker;
    private final FleetClient client;
    private final boolean isBrokerOurs;
    private volatile boolean isStarted;

    Link(EmbeddedBroker broker, FleetClient client, ExternalSettings external) {
        this.broker = broker;
        this.client = client;
        this.isBrokerOurs = external.hasEmbeddedBroker();
    }

    @Override
    public void start() {
        // Who listens comes first: our own broker has counters as soon as it runs.
        client.connect();
        if (isBrokerOurs) {
            broker.start();
        }
        isStarted = true;
    }

    @Override
    public void stop() {
        isStarted = false;
        client.disconnect();
        broker.stop();
    }

    @Override
    public boolean isRunning() {
        return isStarted;
    }

    /** Before the web server, whose phase is near the end of the scale. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Starts the broker again. */
    public void startBroker() {
        requireOurs();
        broker.start();
    }

    /** Stops the broker while the server goes on. */
    public void stopBroker() {
        requireOurs();
        broker.stop();
    }

    private void requireOurs() {
        if (!isBrokerOurs) {
            throw new IllegalStateException("The brokers are not this server's to start or stop.");
        }
    }

    /** Whether a broker runs and our client is connected to it. */
    public boolean isUp() {
        return (!isBrokerOurs || broker.isRunning()) && client.isConnected();
    }

    /** How many messages a handler failed on since the start. */
    public long handlerFailures() {
        return client.handlerFailures();
    }

    @Override
    public void suspended(CounterId counter) {
        broker.disconnect(counter);
    }
}
