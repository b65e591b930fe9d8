package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.link.Downlink;
import org.assistcounter.fleet.link.Link;
import org.assistcounter.fleet.link.Refusal;
import org.assistcounter.fleet.link.Refusal.Reason;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** What counters, honest and other, meet at the real broker over real TLS. */
@ExtendWith(RunningServer.class)
class LinkTest {
    /** The first byte of a TLS record that begins a handshake. */
    private static final int HANDSHAKE = 22;

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void deliversWhatACounterPublishesOnceAndInOrder() {
        var counter = TestCounter.enrol(server, "LK-0001");
        Mqtt5BlockingClient client = counter.connected(server.mqtt());
        List<String> sent = IntStream.range(0, 40).mapToObj(n -> "slow " + n).toList();

        sent.forEach(text -> publish(client, counter.topic("up/j"), text));

        Eventually.holds(() -> received(counter.id()).size() >= sent.size());
        assertThat(received(counter.id())).isEqualTo(sent);
        client.disconnect();
    }

    @Test
    void goesOnAfterAMessageThatTheHandlerFailedOn() {
        var counter = TestCounter.enrol(server, "LK-0002");
        Mqtt5BlockingClient client = counter.connected(server.mqtt());
        long before = server.bean(Link.class).handlerFailures();

        publish(client, counter.topic("up/j"), "fail");
        publish(client, counter.topic("up/j"), "after");

        Eventually.holds(() -> received(counter.id()).equals(List.of("after")));
        assertThat(server.bean(Link.class).handlerFailures()).isEqualTo(before + 1);
        client.disconnect();
    }

    @Test
    void answersAQuestionWhereItsAskerListens() throws InterruptedException {
        var counter = TestCounter.enrol(server, "LK-0003");
        Mqtt5BlockingClient client = counter.connected(server.mqtt());
        var _ = client.subscribeWith().topicFilter(counter.topic("down/+")).send();
        try (var incoming = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.publishWith()
                    .topic(counter.topic("up/ask"))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .responseTopic(counter.topic("down/answer"))
                    .correlationData(new byte[] {1, 2})
                    .payload("question".getBytes(StandardCharsets.UTF_8))
                    .send();
            Eventually.holds(() -> !uplinks().from(counter.id()).isEmpty());
            var reply = uplinks().from(counter.id()).getFirst().reply();

            server.bean(Downlink.class)
                    .answer(
                            counter.id(),
                            Objects.requireNonNull(reply),
                            "answer".getBytes(StandardCharsets.UTF_8))
                    .block();

            var answer = incoming.receive(5, TimeUnit.SECONDS).orElseThrow();
            assertThat(TestCounter.text(answer.getPayloadAsBytes())).isEqualTo("answer");
            assertThat(answer.getCorrelationData()).isPresent();
        }
        client.disconnect();
    }

    @Test
    void refusesAClientIdThatIsNotTheCertificatesName() {
        var counter = TestCounter.enrol(server, "LK-0004");
        var other = TestCounter.enrol(server, "LK-0005");

        assertThatThrownBy(() -> counter.client(server.mqtt(), other.id().hex()).connect())
                .isInstanceOf(Mqtt5ConnAckException.class);

        assertThat(recorded(other.id().hex()))
                .extracting(Refusal::reason)
                .containsExactly(Reason.WRONG_CLIENT_ID);
    }

    @Test
    void refusesWhoBringsNoCertificate() {
        var config =
                MqttClientSslConfig.builder()
                        .trustManagerFactory(InsecureTrustManagerFactory.INSTANCE)
                        .build();
        Mqtt5BlockingClient client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier("fleet")
                        .serverHost("localhost")
                        .serverPort(server.mqtt())
                        .sslConfig(config)
                        .buildBlocking();

        assertThatThrownBy(client::connect).isNotInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void disconnectsAndRecordsWhoPublishesOnAForeignTopic() {
        var counter = TestCounter.enrol(server, "LK-0006");
        var victim = TestCounter.enrol(server, "LK-0007");
        Mqtt5BlockingClient client = counter.connected(server.mqtt());

        assertThatThrownBy(() -> publish(client, victim.topic("up/j"), "forged"))
                .isInstanceOf(RuntimeException.class);

        Eventually.holds(() -> !client.getState().isConnected());
        Refusal refusal = recorded(counter.id().hex()).getFirst();
        assertThat(refusal.reason()).isEqualTo(Reason.FOREIGN_TOPIC);
        assertThat(refusal.topic()).isEqualTo(victim.topic("up/j"));
        assertThat(refusal.firstBytes()).isEqualTo("666f72676564");
        assertThat(received(victim.id())).isEmpty();
    }

    @Test
    void keepsNoPaymentCodeOfWhatItTurnsAway() {
        var counter = TestCounter.enrol(server, "LK-0016");
        var victim = TestCounter.enrol(server, "LK-0017");
        Mqtt5BlockingClient client = counter.connected(server.mqtt());

        assertThatThrownBy(() -> publish(client, victim.topic("up/q"), "code 134567890123456789 x"))
                .isInstanceOf(RuntimeException.class);

        Eventually.holds(() -> !client.getState().isConnected());
        byte[] kept = HexFormat.of().parseHex(recorded(counter.id().hex()).getFirst().firstBytes());
        assertThat(new String(kept, StandardCharsets.US_ASCII))
                .isEqualTo("code ****************** x");
    }

    @Test
    void refusesAForeignSubscription() {
        var counter = TestCounter.enrol(server, "LK-0008");
        Mqtt5BlockingClient client = counter.connected(server.mqtt());

        assertThatThrownBy(() -> client.subscribeWith().topicFilter("v1/down/+/+").send())
                .isInstanceOf(Mqtt5SubAckException.class);

        assertThat(recorded(counter.id().hex()))
                .extracting(Refusal::reason)
                .contains(Reason.FOREIGN_SUBSCRIPTION);
    }

    @Test
    void disconnectsASuspendedCounterAndKeepsItOut() {
        var counter = TestCounter.enrol(server, "LK-0009");
        Mqtt5BlockingClient client = counter.connected(server.mqtt());

        server.bean(Counters.class).suspend(counter.id()).block();

        Eventually.holds(() -> !client.getState().isConnected());
        assertThatThrownBy(() -> counter.connected(server.mqtt()))
                .isInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void receivesAgainAfterTheBrokerWasStoppedAndStarted() {
        var counter = TestCounter.enrol(server, "LK-0010");
        Link link = server.bean(Link.class);

        link.stopBroker();
        assertThat(link.isUp()).isFalse();
        link.startBroker();

        Eventually.holds(link::isUp);
        Mqtt5BlockingClient client = counter.connected(server.mqtt());
        Eventually.holds(() -> {
            publish(client, counter.topic("up/j"), "again");
            return !received(counter.id()).isEmpty();
        });
        client.disconnect();
    }

    @Test
    void aCounterThatFloodsIsDisconnectedAndOthersAreNot() {
        var flooding = TestCounter.enrol(server, "LI-0099");
        var good = TestCounter.enrol(server, "LI-0098");
        var client = flooding.connected(server.mqtt());
        var other = good.connected(server.mqtt());

        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 800; i++) {
                                publish(client, flooding.topic("up/j"), "flood");
                            }
                        })
                .isNotNull();
        assertThat(client.getState().isConnected()).isFalse();
        publish(other, good.topic("up/j"), "good");
        assertThat(other.getState().isConnected()).isTrue();
        other.disconnect();
        assertThat(isLetIn(flooding, 3)).as("again, and only after a while").isFalse();
        assertThat(isLetIn(good, 3)).isTrue();
    }

    @Test
    void aHandshakeThatIsDoneGivesItsPlaceBackAtOnce() {
        var counter = TestCounter.enrol(server, "LI-0096");
        Gauge underWay =
                server.bean(MeterRegistry.class).get("assistcounter.link.handshakes").gauge();

        for (int i = 0; i < 8; i++) {
            Mqtt5BlockingClient client = counter.connected(server.mqtt());
            double held = underWay.value();
            client.disconnect();
            if (held == 0) {
                return;
            }
        }

        fail("each of eight held its place although it was connected");
    }

    @Test
    void connectionsThatBeginAndStopTakeUpPlacesForAWhileAndThenNone() throws IOException {
        var good = TestCounter.enrol(server, "LI-0097");
        // On a machine that is busy the first places are free before the last are taken.
        for (int tries = 0; tries < 5; tries++) {
            if (waitsBehind(800, good)) {
                return;
            }
        }
        fail("800 are before it, and 128 go at a time");
    }

    /** Whether it is let in late behind so many that begin and stop, but is. */
    private boolean waitsBehind(int count, TestCounter.Enrolled good) throws IOException {
        List<Socket> stopped = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                Socket begun = new Socket("localhost", server.mqtt());
                stopped.add(begun);
                begun.getOutputStream().write(HANDSHAKE);
            }
            boolean isLate = !isLetIn(good, 1);
            Eventually.holds(() -> isLetIn(good, 5));
            return isLate;
        } finally {
            for (Socket each : stopped) {
                each.close();
            }
        }
    }

    private boolean isLetIn(TestCounter.Enrolled counter, int seconds) {
        return Mono.fromFuture(
                        counter.client(server.mqtt(), counter.id().hex()).toAsync().connect())
                .map(answer -> true)
                .timeout(Duration.ofSeconds(seconds), Mono.just(false))
                // One that was not waited for any longer has got in and taken over.
                .onErrorReturn(Mqtt5DisconnectException.class, false)
                .blockOptional()
                .orElseThrow();
    }

    private static void publish(Mqtt5BlockingClient client, String topic, String text) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private CollectedUplinks uplinks() {
        return server.bean(CollectedUplinks.class);
    }

    private List<String> received(CounterId counter) {
        return uplinks().from(counter).stream().map(m -> TestCounter.text(m.payload())).toList();
    }

    private List<Refusal> recorded(String claimedId) {
        var log = server.bean(RefusalLog.class);
        Eventually.holds(() -> !recordedNow(log, claimedId).isEmpty());
        return recordedNow(log, claimedId);
    }

    private static List<Refusal> recordedNow(RefusalLog log, String claimedId) {
        return log.latest(100)
                .filter(refusal -> refusal.claimedId().equals(claimedId))
                .collectList()
                .blockOptional()
                .orElse(List.of());
    }
}
