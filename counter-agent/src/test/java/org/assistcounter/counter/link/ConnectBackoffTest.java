package org.assistcounter.counter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConnectBackoffTest {
    /** Draws the most that it may. */
    private static final RandomGenerator HIGHEST =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return Long.MAX_VALUE;
                }

                @Override
                public long nextLong(long bound) {
                    return bound - 1;
                }
            };

    @Test
    void doublesTheMostUpToFiveSecondsInASmallFleet() {
        var backoff = new ConnectBackoff(HIGHEST);
        assertThat(LongStream.generate(() -> backoff.failedMillis(400, 0)).limit(6))
                .containsExactly(499L, 999L, 1_999L, 3_999L, 4_999L, 4_999L);
    }

    @Test
    void comesBackInTheSpreadOfALargeFleetHoweverOftenItFails() {
        var backoff = new ConnectBackoff(HIGHEST);
        backoff.reached();
        assertThat(backoff.endedMillis(60_000)).isEqualTo(59_999);
        assertThat(LongStream.generate(() -> backoff.failedMillis(60_000, 0)).limit(2))
                .containsExactly(59_999L, 59_999L);
    }

    @Test
    void beginsAnewWhenTheFleetWasReached() {
        var backoff = new ConnectBackoff(HIGHEST);
        backoff.failedMillis(400, 0);
        backoff.failedMillis(400, 0);
        backoff.reached();
        assertThat(backoff.failedMillis(400, 0)).isEqualTo(499);
    }

    @Test
    void triesSoonAfterASilenceAndThenInTheSpread() {
        var backoff = new ConnectBackoff(HIGHEST);
        backoff.reached();
        assertThat(backoff.silentMillis(60_000)).isEqualTo(14_999);
        assertThat(backoff.failedMillis(60_000, 0)).isEqualTo(59_999);
    }

    @Test
    void hasWaitedWhileItWasNotAnsweredButForALittle() {
        var backoff = new ConnectBackoff(HIGHEST);
        backoff.endedMillis(60_000);
        assertThat(backoff.failedMillis(60_000, 50_000)).isEqualTo(9_999);
        assertThat(backoff.failedMillis(60_000, 70_000)).isEqualTo(4_999);
    }

    @Test
    void spreadsAFleetOverTheWholeWait() {
        var random = new SplittableRandom(1);
        long early =
                LongStream.range(0, 1_000)
                        .filter(_ -> new ConnectBackoff(random).endedMillis(60_000) < 30_000)
                        .count();
        assertThat(early).isBetween(450L, 550L);
    }
}
