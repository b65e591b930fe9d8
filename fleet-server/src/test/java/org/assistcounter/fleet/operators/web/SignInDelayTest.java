package org.assistcounter.fleet.operators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Guessing gets slower; nobody else does. */
class SignInDelayTest {

    private static final Duration MAX = Duration.ofSeconds(30);

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private final SignInDelay delay = new SignInDelay(clock);

    @Test
    void letsAFirstTryPassAtOnce() {
        assertThat(delay.takeTurn("li", "here", MAX)).isZero();
    }

    @Test
    void waitsLongerAfterEachFailure() {
        delay.failed("li", "here");
        Duration first = delay.takeTurn("li", "here", MAX);
        delay.failed("li", "here");
        delay.failed("li", "here");

        assertThat(first).isEqualTo(Duration.ofMillis(250));
        assertThat(delay.takeTurn("li", "here", MAX)).isGreaterThan(first);
    }

    @Test
    void queuesTriesThatComeTogether() {
        delay.failed("li", "here");

        Duration first = delay.takeTurn("li", "here", MAX);
        Duration second = delay.takeTurn("li", "here", MAX);

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void delaysNobodyElsewhere() {
        delay.failed("li", "there");

        assertThat(delay.takeTurn("li", "here", MAX)).isZero();
    }

    @Test
    void forgetsAfterSuccess() {
        delay.failed("li", "here");
        delay.succeeded("li", "here");

        assertThat(delay.takeTurn("li", "here", MAX)).isZero();
    }

    /** Else a stranger's try now and then would keep the owner waiting for ever. */
    @Test
    void givesNoPlaceInTheQueueToWhoIsSentAway() {
        for (int wrong = 0; wrong < 8; wrong++) {
            delay.failed("li", "here");
        }
        Duration wait = delay.takeTurn("li", "here", Duration.ZERO);

        assertThat(wait).isPositive();
        assertThat(delay.takeTurn("li", "here", Duration.ZERO)).isEqualTo(wait);
    }
}
