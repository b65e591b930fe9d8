package org.assistcounter.devices.climate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** When a compartment is locked, and what lifts it. */
class ColdChainTest {

    private static final ColdChainRule RULE = ColdChainRule.USUAL;
    private static final OptionalInt COLD = OptionalInt.of(5_000);
    private static final OptionalInt WARM = OptionalInt.of(5_001);
    private static final long MINUTE = 60_000;

    private static final ColdChain SETTLED = ColdChain.filled(RULE).passed(31 * MINUTE, COLD, RULE);

    @Test
    void locksAfterHalfAnHourAboveTheLimit() {
        ColdChain warm = SETTLED.passed(30 * MINUTE - 1, WARM, RULE);

        assertThat(warm.isLocked()).isFalse();
        assertThat(warm.passed(1, WARM, RULE).isLocked()).isTrue();
    }

    @Test
    void countsALostSensorAsTooWarm() {
        assertThat(SETTLED.passed(30 * MINUTE, OptionalInt.empty(), RULE).isLocked()).isTrue();
    }

    @Test
    void doesNotForgetTheWarmTimeForAMomentOfCold() {
        ColdChain warm =
                SETTLED.passed(29 * MINUTE, WARM, RULE)
                        .passed(MINUTE, COLD, RULE)
                        .passed(MINUTE, WARM, RULE);

        assertThat(warm.isLocked()).isTrue();
    }

    @Test
    void forgetsTheWarmTimeAfterFiveColdMinutes() {
        ColdChain warm =
                SETTLED.passed(29 * MINUTE, WARM, RULE)
                        .passed(5 * MINUTE, COLD, RULE)
                        .passed(29 * MINUTE, WARM, RULE);

        assertThat(warm.isLocked()).isFalse();
    }

    @Test
    void staysLockedInTheColdAndOverARestart() {
        ColdChain locked =
                SETTLED.passed(30 * MINUTE, WARM, RULE)
                        .passed(1_000 * MINUTE, COLD, RULE)
                        .restarted(0, RULE)
                        .doorOpened(RULE);

        assertThat(locked.isLocked()).isTrue();
        assertThat(locked.serviced(RULE).isLocked()).isFalse();
    }

    @Test
    void countsTheTimeThatNobodyMeasuredAsTooWarm() {
        ColdChain away = SETTLED.passed(20 * MINUTE, WARM, RULE).restarted(10 * MINUTE, RULE);

        assertThat(away.isLocked()).isTrue();
    }

    @Test
    void givesAGraceAfterFilling() {
        ColdChain filled = ColdChain.filled(RULE).passed(59 * MINUTE, WARM, RULE);

        assertThat(filled.isLocked()).isFalse();
        assertThat(filled.passed(MINUTE, WARM, RULE).isLocked()).isTrue();
    }

    @Test
    void givesAGraceForADoorButNotAgainWhileItIsWarm() {
        ColdChain opened = SETTLED.doorOpened(RULE).passed(10 * MINUTE, WARM, RULE);
        assertThat(opened.warmMillis()).isZero();

        ColdChain again = opened.doorOpened(RULE).passed(30 * MINUTE, WARM, RULE);
        assertThat(again.isLocked()).isTrue();
    }
}
