package org.assistcounter.fleet.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast it goes, and what may be set. */
class RateTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void isOfTheLastMinute() {
        Rate rate = new Rate();
        rate.done(NOW.minusSeconds(70), 6_000);
        rate.done(NOW.minusSeconds(50), 600);
        rate.done(NOW, 600);

        assertThat(rate.perSecond(NOW)).isEqualTo(20);
        assertThat(rate.perSecond(NOW.plusSeconds(30))).isEqualTo(10);
        assertThat(rate.perSecond(NOW.plusSeconds(90))).isZero();
        assertThat(rate.total()).isEqualTo(7_200);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void refusesAShareThatIsNone(double share) {
        assertThatThrownBy(() -> new SignatureSettings(share, Duration.ofSeconds(1)))
                .hasMessageContaining("assistcounter.signatures.share");
    }
}
