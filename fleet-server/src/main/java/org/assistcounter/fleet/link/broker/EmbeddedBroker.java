package org.assistcounter.fleet.link.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.services.Services;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assistcounter.fleet.settings.StartRefused;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * HiveMQ inside this process. Each start makes a new one with the same rules; it keeps nothing on
 * disk, since everything it carries would be sent again.
 */
@Component
public class EmbeddedBroker {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final BrokerFiles files;
    private final Gates gates;
    private @Nullable EmbeddedHiveMQ running;

    EmbeddedBroker(BrokerFiles files, Gates gates) {
        this.files = files;
        this.gates = gates;
    }

    /** Starts it and returns when counters can connect. Starting a started one does nothing. */
    public synchronized void start() {
        if (running != null) {
            return;
        }
        files.write();
        EmbeddedHiveMQ broker = build();
        try {
            broker.start().join();
        } catch (CompletionException failure) {
            throw new StartRefused(
                    "The broker did not start on " + files.listener() + ".",
                    "If another program uses that port, choose one with assistcounter.mqtt.port.",
                    failure);
        }
        running = broker;
    }

    /** Stops it; every counter loses its connection and tries again later. */
    public synchronized void stop() {
        if (running != null) {
            running.stop().join();
            running = null;
        }
    }

    /** Whether it runs. */
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Ends the connection of a counter that may no longer have one. */
    public void disconnect(CounterId counter) {
        if (!isRunning()) {
            return;
        }
        Mono.fromFuture(() -> closeConnection(counter))
                .subscribe(done -> {}, failure -> warn(counter, failure));
    }

    private static CompletableFuture<Boolean> closeConnection(CounterId counter) {
        return Services.clientService()
                .disconnectClient(
                        counter.hex(),
                        true,
                        DisconnectReasonCode.ADMINISTRATIVE_ACTION,
                        "suspended");
    }

    private EmbeddedHiveMQ build() {
        var extension =
                EmbeddedExtension.builder()
                        .withId("fleet-gates")
                        .withName("Gates of the fleet")
                        .withVersion("1")
                        .withExtensionMain(gates)
                        .build();
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(files.configuration())
                .withDataFolder(files.data())
                .withExtensionsFolder(files.extensions())
                .withEmbeddedExtension(extension)
                .withoutLoggingBootstrap()
                .build();
    }

    private static void warn(CounterId counter, Throwable failure) {
        LOG.warn("Counter {} was suspended but not disconnected.", counter, failure);
    }
}
