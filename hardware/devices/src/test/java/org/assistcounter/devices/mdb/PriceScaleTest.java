package org.assistcounter.devices.mdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Money through a reader's scale: exact, or refused. */
class PriceScaleTest {

    @Test
    void countsInFenWithScaleOneAndTwoDecimals() {
        var fen = new PriceScale(1, 2);

        assertThat(fen.stepMinor()).isEqualTo(1);
        assertThat(fen.rawOf(1280)).isEqualTo(1280);
        assertThat(fen.minorOf(1280)).isEqualTo(1280);
    }

    @Test
    void countsInHalfYuan() {
        var half = new PriceScale(5, 1);

        assertThat(half.stepMinor()).isEqualTo(50);
        assertThat(half.rawOf(150)).isEqualTo(3);
        assertThat(half.minorOf(3)).isEqualTo(150);
    }

    @Test
    void countsInTenthsOfFen() {
        var tenths = new PriceScale(1, 3);

        assertThat(tenths.stepMinor()).isEqualTo(1);
        assertThat(tenths.rawOf(12)).isEqualTo(120);
        assertThat(tenths.minorOf(120)).isEqualTo(12);
    }

    @Test
    void countsInThreesOfTenthsOfFen() {
        var threes = new PriceScale(3, 3);

        assertThat(threes.stepMinor()).isEqualTo(3);
        assertThat(threes.rawOf(3)).isEqualTo(10);
    }

    @Test
    void refusesAPriceBetweenTwoSteps() {
        assertThatThrownBy(() -> new PriceScale(5, 1).rawOf(155))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPriceThatSixteenBitsDoNotHold() {
        assertThatThrownBy(() -> new PriceScale(1, 2).rawOf(65_535))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheLargestPriceItCanSay() {
        for (var scale :
                List.of(new PriceScale(1, 2), new PriceScale(5, 1), new PriceScale(1, 4))) {
            long most = scale.mostMinor() / scale.stepMinor() * scale.stepMinor();

            assertThat(scale.rawOf(most)).isPositive();
            assertThatThrownBy(() -> scale.rawOf(most + scale.stepMinor()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new PriceScale(1, 4).mostMinor()).isEqualTo(655);
    }
}
