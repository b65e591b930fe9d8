package org.assistcounter.fleet.doubts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;

class TakeoversTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final CounterId ONE = new CounterId("1".repeat(32));
    private static final CounterId OTHER = new CounterId("2".repeat(32));

    private final Takeovers takeovers = new Takeovers();

    @Test
    void saysSoAtTheSixthWithinTenMinutesAndThenCountsAnew() {
        for (int i = 1; i < Takeovers.MANY; i++) {
            assertThat(after(i)).isFalse();
        }
        assertThat(after(6)).isTrue();
        assertThat(after(7)).isFalse();
    }

    @Test
    void forgivesABadNetwork() {
        for (int i = 0; i < 100; i++) {
            assertThat(takeovers.isOneOfMany(ONE, NOON.plus(Duration.ofMinutes(3L * i)))).isFalse();
        }
    }

    @Test
    void keepsCountersApartAndForgetsThemAfterAWhile() {
        for (int i = 0; i < 5; i++) {
            after(i);
            takeovers.isOneOfMany(OTHER, NOON.plusSeconds(i));
        }
        assertThat(takeovers.size()).isEqualTo(2);

        takeovers.isOneOfMany(ONE, NOON.plus(Duration.ofHours(1)));
        assertThat(takeovers.size()).isEqualTo(1);
    }

    private boolean after(int seconds) {
        return takeovers.isOneOfMany(ONE, NOON.plusSeconds(seconds));
    }
}
