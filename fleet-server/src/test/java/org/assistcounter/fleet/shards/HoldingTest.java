package org.assistcounter.fleet.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private static final Instant BEGIN = Instant.EPOCH;
    private static final Instant END = BEGIN.plusSeconds(7);

    private final Holding two = Holding.of(List.of(3, 5), END);

    @Test
    void isHadUntilItsEndAndNotAtIt() {
        assertThat(two.has(3, BEGIN)).isTrue();
        assertThat(two.has(4, BEGIN)).isFalse();
        assertThat(two.has(5, END)).isFalse();
    }

    @Test
    void isHadForLongerWhenItIsRenewedInTime() {
        Holding renewed = two.longer(END.plusSeconds(1), BEGIN.plusSeconds(1));

        assertThat(renewed.has(5, END)).isTrue();
    }

    @Test
    void whatHasLapsedIsNotRenewedUnseen() {
        Holding renewed = two.longer(END.plusSeconds(9), END.plusSeconds(2));

        assertThat(renewed.has(3, END.plusSeconds(3))).isFalse();
    }

    @Test
    void tellsWhatIsGained() {
        Holding next = Holding.of(List.of(5, 6), END.plusSeconds(1));

        assertThat(two.gainedBy(next, BEGIN)).containsExactly(6);
        assertThat(two.gainedBy(next, END)).containsExactly(5, 6);
    }
}
