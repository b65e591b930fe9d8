package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.Waiting;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Takes what counters send from their own connections. It goes through no queue of the broker and
 * no connection of ours: a queue that all counters share overflows when all come at once, and what
 * it throws away is asked for again by everybody.
 */
@Component
public class Uplinks implements PublishInboundInterceptor {
    /** Longer than anybody waits for an answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TopicGate gate;
    private final Clock clock;
    private final Waiting waiting;
    private volatile @Nullable FluxSink<Heard> taker;

    Uplinks(TopicGate gate, Waiting waiting, Clock clock) {
        this.gate = gate;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** What is heard from now on; for one taker. */
    public Flux<Heard> heard() {
        return Flux.<Heard>create(
                        sink -> {
                            taker = sink;
                            sink.onDispose(() -> goneDeaf(sink));
                        })
                .doOnDiscard(Heard.class, heard -> heard.done().run());
    }

    private synchronized void goneDeaf(FluxSink<Heard> sink) {
        if (sink.equals(taker)) {
            taker = null;
        }
    }

    /**
     * What nobody waits for the end of, or the gate does not admit, is left to it: it stands behind
     * and sends the sender away. The acknowledgement waits until the message is done with, and so
     * does who has as many on their way as may be.
     */
    @Override
    public void onInboundPublish(PublishInboundInput input, PublishInboundOutput output) {
        String clientId = input.getClientInformation().getClientId();
        PublishPacket packet = input.getPublishPacket();
        Optional<CounterId> counter = CounterId.parse(clientId);
        boolean isAwaited = packet.getQos() != Qos.AT_MOST_ONCE;
        if (counter.isEmpty() || !isAwaited || !gate.admits(clientId, packet.getTopic())) {
            return;
        }
        FluxSink<Heard> sink = taker;
        int length = packet.getPayload().map(ByteBuffer::remaining).orElse(0);
        if (sink == null || !waiting.enter(length)) {
            output.preventPublishDelivery(AckReasonCode.QUOTA_EXCEEDED);
            return;
        }
        try {
            hand(sink, output, message(counter.get(), packet), length);
        } catch (RuntimeException stopping) {
            waiting.leave(length);
            throw stopping;
        }
    }

    private void hand(
            FluxSink<Heard> sink, PublishInboundOutput output, Uplink message, int length) {
        Async<PublishInboundOutput> later =
                output.async(PATIENCE, TimeoutFallback.FAILURE, AckReasonCode.QUOTA_EXCEEDED);
        // After async, which sets the code that is acknowledged with.
        output.preventPublishDelivery();
        AtomicBoolean isDone = new AtomicBoolean();
        sink.next(
                new Heard(
                        message,
                        () -> {
                            if (isDone.compareAndSet(false, true)) {
                                waiting.leave(length);
                                later.resume();
                            }
                        }));
    }

    private Uplink message(CounterId counter, PublishPacket packet) {
        return new Uplink(
                counter,
                Topics.upSuffix(counter, packet.getTopic()).orElse(""),
                packet.getPayload().map(Uplinks::bytes).orElseGet(() -> new byte[0]),
                Uplink.Reply.of(
                        counter, packet.getResponseTopic().orElse(""), packet.getCorrelationData()),
                clock.instant());
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return bytes;
    }
}
