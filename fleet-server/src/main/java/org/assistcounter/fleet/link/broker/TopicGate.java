package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.auth.PublishAuthorizer;
import com.hivemq.extension.sdk.api.auth.SubscriptionAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerOutput;
import com.hivemq.extension.sdk.api.packets.connect.WillPublishPacket;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.packets.subscribe.SubackReasonCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.assistcounter.fleet.link.MessageLimit;
import org.assistcounter.fleet.link.Refusal;
import org.assistcounter.fleet.link.Refusal.Reason;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.stereotype.Component;

/**
 * On which topics, and how much: a counter publishes below its own `up` and subscribes below its
 * own `down`. A counter that publishes elsewhere has been tampered with, so it is disconnected and
 * the beginning of its message is kept for a person, without the digits of what could be a payment
 * code. One that floods is disconnected too.
 */
@Component
class TopicGate implements PublishAuthorizer, SubscriptionAuthorizer {

    private static final int BYTES_KEPT_MAX = 128;

    /** The wallets' codes have 16 to 24 digits; one that is cut off at the end has fewer. */
    private static final Pattern CODE = Pattern.compile("[0-9]{16,}|[0-9]+$");

    private final RefusalLog refusals;
    private final MessageLimit limit;
    private final Clock clock;

    TopicGate(RefusalLog refusals, MessageLimit limit, Clock clock) {
        this.limit = limit;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Whether it is the counter's own topic, and not too much. */
    boolean admits(String clientId, String topic) {
        return mayPublish(clientId, topic) && limit.admits(clientId, topic);
    }

    /** A message that was admitted does not come so far; a will does. */
    @Override
    public void authorizePublish(PublishAuthorizerInput input, PublishAuthorizerOutput output) {
        String clientId = input.getClientInformation().getClientId();
        String topic = input.getPublishPacket().getTopic();
        if (mayPublish(clientId, topic)) {
            if (input.getPublishPacket() instanceof WillPublishPacket) {
                output.authorizeSuccessfully();
                return;
            }
            output.disconnectClient(DisconnectReasonCode.QUOTA_EXCEEDED, "too many messages");
            record(new Refusal(clock.instant(), clientId, topic, Reason.TOO_MANY, ""));
            return;
        }
        output.disconnectClient(DisconnectReasonCode.NOT_AUTHORIZED, "not your topic");
        String bytes = input.getPublishPacket().getPayload().map(TopicGate::firstBytes).orElse("");
        record(new Refusal(clock.instant(), clientId, topic, Reason.FOREIGN_TOPIC, bytes));
    }

    @Override
    public void authorizeSubscribe(
            SubscriptionAuthorizerInput input, SubscriptionAuthorizerOutput output) {
        String clientId = input.getClientInformation().getClientId();
        String filter = input.getSubscription().getTopicFilter();
        if (maySubscribe(clientId, filter)) {
            output.authorizeSuccessfully();
            return;
        }
        output.failAuthorization(SubackReasonCode.NOT_AUTHORIZED, "not your topic");
        record(new Refusal(clock.instant(), clientId, filter, Reason.FOREIGN_SUBSCRIPTION, ""));
    }

    static boolean mayPublish(String clientId, String topic) {
        return CounterId.parse(clientId)
                .flatMap(counter -> Topics.upSuffix(counter, topic))
                .isPresent();
    }

    static boolean maySubscribe(String clientId, String filter) {
        return CounterId.parse(clientId)
                .flatMap(counter -> Topics.downSuffix(counter, filter))
                .isPresent();
    }

    private void record(Refusal refusal) {
        refusals.refused(refusal).subscribe();
    }

    static String firstBytes(ByteBuffer payload) {
        byte[] bytes = new byte[Math.min(payload.remaining(), BYTES_KEPT_MAX)];
        payload.duplicate().get(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String shown = CODE.matcher(text).replaceAll(code -> "*".repeat(code.group().length()));
        return HexFormat.of().formatHex(shown.getBytes(StandardCharsets.ISO_8859_1));
    }
}
