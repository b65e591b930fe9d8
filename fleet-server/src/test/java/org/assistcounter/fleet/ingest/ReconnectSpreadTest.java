package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.protocol.sync.SyncAnswer;
import org.junit.jupiter.api.Test;

class ReconnectSpreadTest {
    @Test
    void growsWithTheFleetAndShrinksWithItsBrokers() {
        assertThat(ReconnectSpread.millisFor(0, 1)).isZero();
        assertThat(ReconnectSpread.millisFor(200, 1)).isEqualTo(1_000);
        assertThat(ReconnectSpread.millisFor(30_000, 2)).isEqualTo(75_000);
    }

    @Test
    void neverAsksMoreThanACounterTakes() {
        assertThat(ReconnectSpread.millisFor(1_000_000, 1)).isEqualTo(SyncAnswer.WAIT_MAX_MILLIS);
    }
}
