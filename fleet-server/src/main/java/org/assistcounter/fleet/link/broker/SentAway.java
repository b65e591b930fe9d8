package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who was sent away for what it sent waits before it is let in again, on the connection that it has
 * made by then. A handshake is the dearest thing that a card in the wrong hands can ask for, and
 * one that waits asks for no other.
 */
@Component
class SentAway {
    /** Longest time that a connection waits. */
    static final Duration REST = Duration.ofSeconds(10);

    private static final int KEPT_MAX = 100_000;

    private static final Set<DisconnectedReasonCode> FAULTS =
            EnumSet.of(
                    DisconnectedReasonCode.MALFORMED_PACKET,
                    DisconnectedReasonCode.PROTOCOL_ERROR,
                    DisconnectedReasonCode.NOT_AUTHORIZED,
                    DisconnectedReasonCode.TOPIC_NAME_INVALID,
                    DisconnectedReasonCode.TOPIC_FILTER_INVALID,
                    DisconnectedReasonCode.TOPIC_ALIAS_INVALID,
                    DisconnectedReasonCode.PACKET_TOO_LARGE,
                    DisconnectedReasonCode.QUOTA_EXCEEDED,
                    DisconnectedReasonCode.RECEIVE_MAXIMUM_EXCEEDED,
                    DisconnectedReasonCode.MESSAGE_RATE_TOO_HIGH,
                    DisconnectedReasonCode.PAYLOAD_FORMAT_INVALID,
                    DisconnectedReasonCode.QOS_NOT_SUPPORTED,
                    DisconnectedReasonCode.RETAIN_NOT_SUPPORTED);

    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    SentAway(Clock clock) {
        this.clock = clock;
    }

    /** The broker has ended a connection. */
    void ended(String clientId, DisconnectedReasonCode why) {
        if (!FAULTS.contains(why)) {
            return;
        }
        Instant now = clock.instant();
        if (until.size() >= KEPT_MAX) {
            until.values().removeIf(end -> !end.isAfter(now));
        }
        until.put(clientId, now.plus(REST));
    }

    /** How long this one waits now; nothing for a good one. */
    Duration rest(String clientId) {
        Instant end = until.get(clientId);
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), end);
        if (left.isPositive()) {
            return left;
        }
        until.remove(clientId, end);
        return Duration.ZERO;
    }
}
