package org.assistcounter.counter.link;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * MQTT 5 by Eclipse Paho, QoS 1, a clean session each time. Its own reconnect is off because after
 * a broker's restart 3 of 20 clients came back with it and 20 of 20 with a loop of ours.
 */
public final class PahoConnection implements FleetConnection {
    private static final Logger LOG = System.getLogger(PahoConnection.class.getName());
    private static final int QOS = 1;
    private static final int QOS_DOWN = 0;

    /** For the whole connection: a broker that has just started works on all who wait at once. */
    private static final long CONNECT_WAIT_MILLIS = 120_000;

    /** For an address that does not answer, and for each step of a handshake. */
    private static final int STEP_WAIT_SECONDS = 60;

    /** The library says why a connection is gone a little after it is. */
    private static final long END_WAIT_MILLIS = 1_000;

    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Brokers<String> brokers;
    private final CounterId counter;
    private final SSLSocketFactory sockets;
    private final ConnectBackoff backoff;
    private final LongSupplier clock;
    private BiConsumer<String, byte[]> receiver = (topic, payload) -> {};
    private Runnable lost = () -> {};
    private volatile @Nullable MqttAsyncClient client;
    private @Nullable Callback open;

    /**
     * @param uris of all the fleet's brokers
     * @param random draws how long to wait
     * @param clock in milliseconds, from any moment
     */
    public PahoConnection(
            List<String> uris,
            CounterId counter,
            SSLSocketFactory sockets,
            RandomGenerator random,
            LongSupplier clock) {
        this.brokers = new Brokers<>(uris, counter);
        this.counter = counter;
        this.sockets = sockets;
        this.backoff = new ConnectBackoff(random);
        this.clock = clock;
    }

    @Override
    public boolean open(long spreadMillis) throws InterruptedException {
        awaitTurn(spreadMillis);
        close();
        String uri = brokers.next();
        long begin = clock.getAsLong();
        try {
            Callback callback = new Callback();
            connect(uri, callback);
            backoff.reached();
            brokers.reached();
            open = callback;
            LOG.log(Level.INFO, "connected to the fleet at {0}", uri);
            return true;
        } catch (MqttException e) {
            LOG.log(Level.INFO, "the fleet cannot be reached at {0}: {1}", uri, e.getMessage());
            close();
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            brokers.failed();
            Thread.sleep(backoff.failedMillis(spreadMillis, clock.getAsLong() - begin));
            return false;
        }
    }

    /** After a connection that was open. */
    private void awaitTurn(long spreadMillis) throws InterruptedException {
        Callback before = open;
        open = null;
        if (before != null) {
            boolean isSilence = before.endedBySilence();
            Thread.sleep(
                    isSilence
                            ? backoff.silentMillis(spreadMillis)
                            : backoff.endedMillis(spreadMillis));
        }
    }

    private void connect(String uri, Callback callback) throws MqttException {
        MqttAsyncClient next = new MqttAsyncClient(uri, counter.hex(), new MemoryPersistence());
        client = next;
        next.setCallback(callback);
        long until = clock.getAsLong() + CONNECT_WAIT_MILLIS;
        next.connect(options()).waitForCompletion(CONNECT_WAIT_MILLIS);
        next.subscribe(Topics.downlinks(counter), QOS_DOWN)
                .waitForCompletion(Math.max(1, until - clock.getAsLong()));
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(STEP_WAIT_SECONDS);
        options.setSocketFactory(sockets);
        options.setHttpsHostnameVerificationEnabled(true);
        MqttMessage gone = new MqttMessage(new byte[0], QOS, false, new MqttProperties());
        options.setWill(Topics.up(counter, Topics.GONE), gone);
        return options;
    }

    @Override
    public boolean isOpen() {
        MqttAsyncClient current = client;
        return current != null && current.isConnected();
    }

    /** A refused or lost message is noticed by the missing checkpoint or answer. */
    @Override
    public void publish(String suffix, byte[] payload) {
        MqttAsyncClient current = client;
        if (current == null || !current.isConnected()) {
            return;
        }
        try {
            current.publish(Topics.up(counter, suffix), payload, QOS, false);
        } catch (MqttException e) {
            LOG.log(Level.WARNING, "not published to {0}: {1}", suffix, e.getMessage());
        }
    }

    @Override
    public void onMessage(BiConsumer<String, byte[]> newReceiver) {
        receiver = newReceiver;
    }

    @Override
    public void onLost(Runnable listener) {
        lost = listener;
    }

    @Override
    public void close() {
        MqttAsyncClient current = client;
        client = null;
        if (current == null) {
            return;
        }
        try {
            current.disconnectForcibly(0, 500, false);
            current.close(true);
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "closing the connection: {0}", e.getMessage());
        }
    }

    /** What the library says of one connection. */
    private final class Callback implements MqttCallback {
        private final CompletableFuture<Boolean> silence = new CompletableFuture<>();

        /** Whether it ended because nothing came any more; waits a little for the word. */
        boolean endedBySilence() throws InterruptedException {
            try {
                return silence.get(END_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException unsaid) {
                return false;
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            LOG.log(Level.INFO, "the connection to the fleet is gone: {0}", response);
            MqttException cause = response.getException();
            int code = cause == null ? 0 : cause.getReasonCode();
            silence.complete(
                    code == MqttClientException.REASON_CODE_CLIENT_TIMEOUT
                            || code == MqttClientException.REASON_CODE_WRITE_TIMEOUT);
            lost.run();
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.log(Level.WARNING, "MQTT: {0}", exception.getMessage());
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            receiver.accept(Topics.downSuffix(counter, topic).orElse(topic), message.getPayload());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            for (int code : token.getReasonCodes() == null ? new int[0] : token.getReasonCodes()) {
                if (code != 0) {
                    LOG.log(Level.WARNING, "the broker answered a message with code {0}", code);
                }
            }
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
