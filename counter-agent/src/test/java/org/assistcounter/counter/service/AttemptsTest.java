package org.assistcounter.counter.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.ClockReading.ClockQuality;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong codes: how many, how long none is taken, and what a start knows of it. */
class AttemptsTest {
    private static final long MINUTE = 60_000;
    private static final long WALL = 1_795_305_600_000L;

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "4, 0",
        "5, 10",
        "6, 0",
        "9, 0",
        "10, 20",
        "15, 40",
        "20, 60",
        "25, 60",
        "5000, 60"
    })
    void pausesAfterEachFiveAndLongerEachTime(int wrong, long minutes) {
        assertThat(new Attempts(wrong - 1, 0, 0).refused())
                .isEqualTo(new Fact.ServiceRefused(wrong, minutes * MINUTE));
    }

    @Test
    void takesNoCodeUntilThePauseIsOver() {
        Attempts attempts = Attempts.NONE.after(new Fact.ServiceRefused(5, 10 * MINUTE), 1_000);

        assertThat(attempts.isPaused(1_000 + 10 * MINUTE - 1)).isTrue();
        assertThat(attempts.isPaused(1_000 + 10 * MINUTE)).isFalse();
    }

    @Test
    void saysHowManyMoreMayBeWrong() {
        assertThat(Attempts.NONE.left()).isEqualTo(5);
        assertThat(new Attempts(4, 0, 0).left()).isOne();
        assertThat(new Attempts(5, 0, 0).left()).isEqualTo(5);
    }

    @Test
    void forgetsWrongCodesAfterARightOne() {
        ServiceMemory memory =
                remembered(new Fact.ServiceRefused(3, 0), new Fact.ServiceSigned(true, "code"));

        assertThat(memory.attempts(clock(0, ClockQuality.NETWORK), 0)).isEqualTo(Attempts.NONE);
        assertThat(memory.isSignedIn()).isTrue();
    }

    @Test
    void goesOnCountingAfterASignOut() {
        ServiceMemory memory =
                remembered(
                        new Fact.ServiceSigned(true, "code"),
                        new Fact.ServiceSigned(false, "left"),
                        new Fact.ServiceRefused(1, 0));

        assertThat(memory.attempts(clock(0, ClockQuality.NETWORK), 0).wrong()).isOne();
    }

    @Test
    void keepsWhatIsLeftOfAPauseOverAStart() {
        ServiceMemory memory =
                remembered(new Fact.ServiceRefused(5, 10 * MINUTE))
                        .after(new Fact.Beat(), lived(3 * MINUTE))
                        .after(new Fact.Booted("", "", true), lived(0))
                        .after(new Fact.Beat(), lived(MINUTE));

        Attempts attempts = memory.attempts(lived(500), 500);

        assertThat(attempts).isEqualTo(new Attempts(5, 10 * MINUTE - 4 * MINUTE, 0));
    }

    @Test
    void isOverOnceTheAgentHasLivedLonger() {
        ServiceMemory memory =
                remembered(new Fact.ServiceRefused(5, 10 * MINUTE))
                        .after(new Fact.Beat(), lived(11 * MINUTE));

        assertThat(memory.attempts(lived(500), 500).isPaused(500)).isFalse();
    }

    /** Found by a simulated counter whose clock was ten years wrong and believed. */
    @Test
    void isNotShortenedByWhatAWallClockSays() {
        ServiceMemory memory = remembered(new Fact.ServiceRefused(5, 10 * MINUTE));

        for (ClockReading said :
                new ClockReading[] {
                    clock(9 * MINUTE, ClockQuality.NONE),
                    clock(-MINUTE, ClockQuality.NETWORK),
                    clock(1_000_000 * MINUTE, ClockQuality.NETWORK)
                }) {
            assertThat(memory.attempts(said, 500).pausedUntilMillis()).isEqualTo(500 + 10 * MINUTE);
        }
    }

    @Test
    void remembersWhatIsOffAndLockedSinceWhenAndWhy() {
        ServiceMemory memory =
                remembered(
                        new Fact.SlotSwitched(11, false, "no clean turn"),
                        new Fact.SlotSwitched(11, false, "again"),
                        new Fact.SlotSwitched(12, false, "no clean turn"),
                        new Fact.SlotSwitched(12, true, "serviced"),
                        new Fact.ColdChainSwitched(1, true, "too-warm"));

        assertThat(memory.troubles().slots())
                .containsOnlyKeys(11)
                .containsEntry(11, new Troubles.Trouble("no clean turn", WALL));
        assertThat(memory.troubles().compartments())
                .containsOnlyKeys(1)
                .containsEntry(1, new Troubles.Trouble("too-warm", WALL));
    }

    private static ServiceMemory remembered(Fact... facts) {
        ServiceMemory memory = ServiceMemory.NOTHING;
        for (Fact fact : facts) {
            memory = memory.after(fact, clock(0, ClockQuality.NETWORK));
        }
        return memory;
    }

    private static ClockReading lived(long monotonicMillis) {
        return new ClockReading(monotonicMillis, WALL, ClockQuality.NETWORK, 1_000);
    }

    private static ClockReading clock(long later, ClockQuality quality) {
        return new ClockReading(0, WALL + later, quality, 1_000);
    }
}
