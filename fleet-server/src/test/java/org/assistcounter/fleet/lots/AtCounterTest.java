package org.assistcounter.fleet.lots;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.fleet.lots.AtCounter.Standing;
import org.assistcounter.fleet.lots.AtCounter.Told;
import org.junit.jupiter.api.Test;

/** What was moved to a counter against what its journal tells. */
class AtCounterTest {

    @Test
    void agreesWhereAllThatWasMovedWasSoldOrIsLeft() {
        assertThat(at(10, 6, 0, 4).standing()).isEqualTo(Standing.AGREES);
        assertThat(at(10, 6, 0, 4).difference()).isZero();
    }

    @Test
    void countsWhatMayHaveFallenEitherWay() {
        assertThat(at(10, 6, 2, 2).standing()).isEqualTo(Standing.AGREES);
        assertThat(at(8, 6, 2, 2).standing()).isEqualTo(Standing.AGREES);
        assertThat(at(7, 6, 2, 2).standing()).isEqualTo(Standing.MORE);
        assertThat(at(11, 6, 2, 2).standing()).isEqualTo(Standing.FEWER);
    }

    @Test
    void saysHowManyAreTooManyOrMissing() {
        assertThat(at(0, 3, 0, 4).difference()).isEqualTo(7);
        assertThat(at(10, 3, 1, 4).difference()).isEqualTo(2);
    }

    @Test
    void tellsWhatWasNeverSeenFromWhatIsPartlyGone() {
        assertThat(at(5, 0, 0, 0).standing()).isEqualTo(Standing.UNSEEN);
        assertThat(at(5, 0, 1, 0).standing()).isEqualTo(Standing.FEWER);
    }

    private static AtCounter at(long moved, long delivered, long unproven, long left) {
        return new AtCounter("t", "XA-0001", moved, new Told(delivered, unproven, left));
    }
}
