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
    void doublesTheMostUpToFifteenSeconds() {
        var backoff = new ConnectBackoff(HIGHEST);
        assertThat(LongStream.generate(backoff::nextMillis).limit(8))
                .containsExactly(499L, 999L, 1_999L, 3_999L, 7_999L, 14_999L, 14_999L, 14_999L);
    }

    @Test
    void beginsAnewWhenTheFleetWasReached() {
        var backoff = new ConnectBackoff(HIGHEST);
        backoff.nextMillis();
        backoff.nextMillis();
        backoff.reached();
        assertThat(backoff.nextMillis()).isEqualTo(499);
    }

    @Test
    void spreadsAFleetOverTheWholeWait() {
        var random = new SplittableRandom(1);
        long early =
                LongStream.range(0, 1_000)
                        .filter(_ -> new ConnectBackoff(random).nextMillis() < 250)
                        .count();
        assertThat(early).isBetween(450L, 550L);
    }
}
