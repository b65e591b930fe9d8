package org.assistcounter.fleet.operators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Guessing gets slower; nobody else does. */
class SignInDelayTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private final SignInDelay delay = new SignInDelay(clock);

    @Test
    void letsAFirstTryPassAtOnce() {
        assertThat(delay.takeTurn("li", "here")).isZero();
    }

    @Test
    void waitsLongerAfterEachFailure() {
        delay.failed("li", "here");
        Duration first = delay.takeTurn("li", "here");
        delay.failed("li", "here");
        delay.failed("li", "here");

        assertThat(first).isEqualTo(Duration.ofMillis(250));
        assertThat(delay.takeTurn("li", "here")).isGreaterThan(first);
    }

    @Test
    void queuesTriesThatComeTogether() {
        delay.failed("li", "here");

        Duration first = delay.takeTurn("li", "here");
        Duration second = delay.takeTurn("li", "here");

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void delaysNobodyElsewhere() {
        delay.failed("li", "there");

        assertThat(delay.takeTurn("li", "here")).isZero();
    }

    @Test
    void forgetsAfterSuccess() {
        delay.failed("li", "here");
        delay.succeeded("li", "here");

        assertThat(delay.takeTurn("li", "here")).isZero();
    }
}
