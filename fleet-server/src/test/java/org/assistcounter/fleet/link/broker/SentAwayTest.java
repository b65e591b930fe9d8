package org.assistcounter.fleet.link.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SentAwayTest {
    private static final String CARD = "0".repeat(32);

    private final AtomicLong millis = new AtomicLong(1_000_000);
    private final InstantSource source = () -> Instant.ofEpochMilli(millis.get());
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final SentAway sentAway = new SentAway(clock);

    @Test
    void restsForTenSecondsAfterAFault() {
        sentAway.ended(CARD, DisconnectedReasonCode.QUOTA_EXCEEDED);
        assertThat(sentAway.rest(CARD)).isEqualTo(Duration.ofSeconds(10));

        millis.addAndGet(9_000);
        assertThat(sentAway.rest(CARD)).isEqualTo(Duration.ofSeconds(1));

        millis.addAndGet(1_000);
        assertThat(sentAway.rest(CARD)).isZero();
    }

    @Test
    void whoConnectsAnewOrIsTakenOutOfServiceIsNoOffender() {
        sentAway.ended(CARD, DisconnectedReasonCode.SESSION_TAKEN_OVER);
        sentAway.ended(CARD, DisconnectedReasonCode.KEEP_ALIVE_TIMEOUT);
        sentAway.ended(CARD, DisconnectedReasonCode.ADMINISTRATIVE_ACTION);

        assertThat(sentAway.rest(CARD)).isZero();
    }

    @Test
    void othersAreLetInMeanwhile() {
        sentAway.ended(CARD, DisconnectedReasonCode.PACKET_TOO_LARGE);

        assertThat(sentAway.rest("1".repeat(32))).isZero();
    }
}
