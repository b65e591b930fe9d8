package org.assistcounter.protocol.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void givesEachLineItsPriceWhenAllIsPaid() {
        assertThat(Shares.of(3_555, List.of(1_280L, 990L, 1_285L)))
                .containsExactly(1_280L, 990L, 1_285L);
    }

    @Test
    void givesWhatIsLeftToTheLargestRemainderAndThenToTheEarlierLine() {
        assertThat(Shares.of(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
        assertThat(Shares.of(10, List.of(3L, 3L, 5L))).containsExactly(3L, 3L, 4L);
        assertThat(Shares.of(1, List.of(1L, 2L))).containsExactly(0L, 1L);
    }

    @Test
    void splitsEvenlyWhatHasNoWeight() {
        assertThat(Shares.of(3, List.of(0L, 0L))).containsExactly(2L, 1L);
    }

    @Test
    void alwaysAddsUpAndNeverIsAWholeUnitAway() {
        for (long seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Long> weights = new ArrayList<>();
            int lines = random.nextInt(1, 9);
            for (int i = 0; i < lines; i++) {
                weights.add(random.nextLong(1, 1L << random.nextInt(1, 40)));
            }
            long total = random.nextLong(1L << random.nextInt(1, 40));
            long sum = weights.stream().mapToLong(Long::longValue).sum();
            List<Long> shares = Shares.of(total, weights);
            assertThat(shares.stream().mapToLong(Long::longValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(total);
            for (int i = 0; i < lines; i++) {
                double exact = (double) total * weights.get(i) / sum;
                assertThat(shares.get(i) - exact).as("seed %d", seed).isBetween(-1.01, 1.01);
            }
        }
    }

    @Test
    void refusesWhatCannotBeSplit() {
        assertThatThrownBy(() -> Shares.of(-1, List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shares.of(1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shares.of(1, List.of(2L, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
