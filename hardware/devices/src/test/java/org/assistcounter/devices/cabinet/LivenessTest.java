package org.assistcounter.devices.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a watchdog may be fed. */
class LivenessTest {

    private static final Liveness STARTING = Liveness.starting(5_000, 0);

    @Test
    void isAliveAsLongAsTheCoreAnswers() {
        Liveness liveness = STARTING;
        for (long now = 0; now < 60_000; now += 1_000) {
            liveness = liveness.asked(now);
            liveness = liveness.answered(liveness.question());
            assertThat(liveness.isAlive(now)).isTrue();
        }
    }

    @Test
    void isDeadWhenAQuestionIsNotAnsweredInTime() {
        Liveness asked = STARTING.asked(1_000).answered(1).asked(2_000).asked(3_000).asked(6_900);

        assertThat(asked.isAlive(6_999)).isTrue();
        assertThat(asked.isAlive(7_000)).isFalse();
    }

    @Test
    void isDeadWhenTheFirstAnswerNeverComes() {
        assertThat(STARTING.asked(1_000).isAlive(5_000)).isFalse();
    }

    @Test
    void takesNoOldAnswer() {
        Liveness asked = STARTING.asked(0).answered(1).asked(1_000).answered(1);

        assertThat(asked.asked(2_000).isAlive(6_000)).isFalse();
    }

    @Test
    void takesNoAnswerBeforeAQuestion() {
        assertThat(STARTING.answered(0)).isEqualTo(STARTING);
    }
}
