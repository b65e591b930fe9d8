package org.assistcounter.devices.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.devices.cabinet.Debounce.Rest;
import org.junit.jupiter.api.Test;

/** When the level of a contact counts. */
class DebounceTest {

    private static final Debounce OFF = Debounce.settled(false, new Rest(100, 50));

    @Test
    void takesALevelThatHasBeenAtRestForItsTime() {
        Debounce on = OFF.read(true, 1_000);

        assertThat(on.deadlineMillis()).isEqualTo(1_100);
        assertThat(on.at(1_099).level()).isFalse();
        assertThat(on.at(1_100).level()).isTrue();
    }

    @Test
    void hasAnotherTimeForTheOtherDirection() {
        Debounce off = OFF.read(true, 0).at(100).read(false, 1_000);

        assertThat(off.at(1_049).level()).isTrue();
        assertThat(off.at(1_050).level()).isFalse();
    }

    @Test
    void beginsAgainAtEachBounce() {
        Debounce bounced = OFF.read(true, 0).read(false, 40).read(true, 80);

        assertThat(bounced.at(179).level()).isFalse();
        assertThat(bounced.at(180).level()).isTrue();
    }

    @Test
    void keepsTheLevelWhenABlipIsOver() {
        Debounce blip = OFF.read(true, 0).read(false, 40);

        assertThat(blip.at(89).deadlineMillis()).isEqualTo(90);
        assertThat(blip.at(90).level()).isFalse();
        assertThat(blip.at(90).deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void settlesWhatWasAtRestBeforeALateReading() {
        Debounce late = OFF.read(true, 0).read(false, 5_000);

        assertThat(late.level()).isTrue();
        assertThat(late.deadlineMillis()).isEqualTo(5_050);
    }

    @Test
    void isDoubtfulAfterTwoSecondsWithoutRest() {
        Debounce chattering = OFF;
        for (long now = 0; now <= 1_990; now += 10) {
            chattering = chattering.read(now / 10 % 2 == 0, now);
        }

        assertThat(chattering.at(1_999).isDoubtful()).isFalse();
        assertThat(chattering.at(2_000).isDoubtful()).isTrue();
        assertThat(chattering.at(2_100).isDoubtful()).isFalse();
    }
}
