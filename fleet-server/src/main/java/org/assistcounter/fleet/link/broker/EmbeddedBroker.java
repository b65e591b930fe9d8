package org.assistcounter.fleet.link.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.builder.PublishBuilder;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
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

    private static final Duration SEND_PATIENCE = Duration.ofSeconds(10);

    private final BrokerFiles files;
    private final Gates gates;
    private volatile @Nullable EmbeddedHiveMQ running;

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
        PacedHandshakes.at(files.port());
        NativeTls.by(files.certificate());
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
    public boolean isRunning() {
        return running != null;
    }

    /** Sends to one counter; done when the message is on its way, or the counter is not there. */
    public Mono<Void> send(CounterId counter, String topic, byte[] payload, String correlation) {
        if (!isRunning()) {
            return Mono.error(() -> new IllegalStateException("The broker does not run."));
        }
        PublishBuilder message =
                Builders.publish()
                        .topic(topic)
                        .payload(ByteBuffer.wrap(payload))
                        .qos(Qos.AT_MOST_ONCE);
        Publish publish =
                correlation.isEmpty()
                        ? message.build()
                        : message.correlationData(
                                        ByteBuffer.wrap(HexFormat.of().parseHex(correlation)))
                                .build();
        return Mono.fromFuture(
                        () -> Services.publishService().publishToClient(publish, counter.hex()))
                .timeout(SEND_PATIENCE)
                .then();
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
