package org.assistcounter.counter.climate;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.ClockReading.ClockQuality;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** How a start goes on with a cold chain that the journal remembers. */
class ColdMemoryTest {
    private static final long MINUTE = 60_000;
    private static final ColdChainRule RULE = ColdChainRule.USUAL;
    private static final ColdMemory MEMORY =
            ColdMemory.NOTHING.after(
                    new Fact.ColdChainNoted(1, 10 * MINUTE, 0, 0),
                    clock(1_000_000_000, ClockQuality.NETWORK));

    @Test
    void countsTheTimeAwayAsTooWarm() {
        ColdChain chain = chain(1_000_000_000 + 15 * MINUTE, ClockQuality.NETWORK);

        assertThat(chain.warmMillis()).isEqualTo(25 * MINUTE);
        assertThat(chain.isLocked()).isFalse();
    }

    @Test
    void isLockedWhenTheTimeAwayMakesItTooLong() {
        assertThat(chain(1_000_000_000 + 20 * MINUTE, ClockQuality.NETWORK).isLocked()).isTrue();
    }

    @Test
    void isLockedWhenNobodyKnowsHowLongItWasAway() {
        assertThat(chain(1_000_000_000 + MINUTE, ClockQuality.NONE).isLocked()).isTrue();
        assertThat(chain(999_000_000, ClockQuality.NETWORK).isLocked()).isTrue();
    }

    @Test
    void remembersTheLock() {
        ColdChain chain = ColdMemory.NOTHING.chain(1, true, RULE, clock(1, ClockQuality.NETWORK));

        assertThat(chain.isLocked()).isTrue();
    }

    @Test
    void takesACompartmentThatWasNeverNotedAsJustFilled() {
        ColdChain chain = MEMORY.chain(2, false, RULE, clock(1, ClockQuality.NONE));

        assertThat(chain).isEqualTo(ColdChain.filled(RULE));
    }

    @Test
    void countsFromTheFillingWhenThatLifeEndedBeforeItsFirstNote() {
        ColdMemory filled =
                ColdMemory.NOTHING.after(
                        new Fact.StockCounted(1, "tea", "L1", 10),
                        clock(1_000_000_000, ClockQuality.NETWORK));
        ColdMemory later =
                filled.after(
                        new Fact.Booted("", "", false),
                        clock(1_000_000_000 + 40 * MINUTE, ClockQuality.NETWORK));
        ClockReading now = clock(1_000_000_000 + 40 * MINUTE, ClockQuality.NETWORK);

        assertThat(filled.chain(1, false, RULE, now)).isEqualTo(ColdChain.filled(RULE));
        assertThat(later.chain(1, false, RULE, now).graceMillis()).isZero();
        assertThat(later.chain(1, false, RULE, now).warmMillis()).isEqualTo(10 * MINUTE);
        assertThat(later.chain(1, false, RULE, clock(1, ClockQuality.NONE)).isLocked()).isTrue();
    }

    private static ColdChain chain(long wallMillis, ClockQuality quality) {
        return MEMORY.chain(1, false, RULE, clock(wallMillis, quality));
    }

    private static ClockReading clock(long wallMillis, ClockQuality quality) {
        return new ClockReading(0, wallMillis, quality, 0);
    }
}
