package org.assistcounter.fleet.complaints.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.fleet.complaints.web.QuestionLimit.Pace;
import org.junit.jupiter.api.Test;

/** How often a question is answered. */
class QuestionLimitTest {

    private static final Pace OF_ONE = new Pace(3, 1_000);
    private static final Pace OF_ALL = new Pace(5, 100);

    private final QuestionLimit limit = new QuestionLimit(OF_ONE, OF_ALL, 4);

    @Test
    void answersAFewAtOnceAndThenOneAfterEachPause() {
        assertThat(answered("a", 0, 10)).isEqualTo(3);
        assertThat(limit.waitMillis("a", 100)).isEqualTo(900);

        assertThat(answered("a", 1_000, 10)).isEqualTo(1);
        assertThat(answered("a", 60_000, 10)).isEqualTo(3);
    }

    @Test
    void letsNobodyWaitLongerForHavingAskedInVain() {
        answered("a", 0, 3);
        for (int i = 0; i < 1_000; i++) {
            limit.waitMillis("a", 10);
        }

        assertThat(limit.waitMillis("a", 1_000)).isZero();
    }

    @Test
    void takesNoQuestionFromOneBecauseAnotherAskedTooMuch() {
        answered("a", 0, 10);

        assertThat(limit.waitMillis("b", 0)).isZero();
    }

    @Test
    void answersAllTogetherNoMoreThanTheirPace() {
        int count = 0;
        for (int i = 0; i < 100; i++) {
            count += answered("address " + i, 0, 1);
        }

        assertThat(count).isEqualTo(5);
        assertThat(limit.waitMillis("another", 0)).isEqualTo(100);
        assertThat(answered("another", 100, 1)).isEqualTo(1);
    }

    @Test
    void keepsNoMoreAddressesThanItMay() {
        for (int i = 0; i < 1_000; i++) {
            limit.waitMillis("address " + i, i * 1_000L);
        }

        assertThat(limit.addresses()).isEqualTo(4);
    }

    private int answered(String address, long now, int times) {
        int count = 0;
        for (int i = 0; i < times; i++) {
            count += limit.waitMillis(address, now) == 0 ? 1 : 0;
        }
        return count;
    }
}
