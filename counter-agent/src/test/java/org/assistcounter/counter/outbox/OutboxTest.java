package org.assistcounter.counter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assistcounter.counter.outbox.Outbox.Sending;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;

/** The cursor, one event at a time. */
class OutboxTest {
    private static final Sending GREETING = new Sending.Greeting();
    private static final long LATER = 10_000;

    @Test
    void sendsNothingWithoutAConnection() {
        Outbox outbox = new Outbox(100, 0, Spread.NONE);

        assertThat(outbox.appended(101, 0)).isEmpty();
        assertThat(outbox.elapsed(LATER * 10)).isEmpty();
        assertThat(outbox.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void waitsForNothingWhenAConfirmationComesAfterTheConnectionIsLost() {
        Outbox outbox = resumed(100);
        outbox.disconnected();

        assertThat(outbox.confirmed(64, LATER)).isEmpty();

        assertThat(outbox.confirmedSeq()).isEqualTo(64);
        assertThat(outbox.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void greetsFirstAndSendsNothingBeforeTheFleetSaysFromWhere() {
        Outbox outbox = new Outbox(100, 0, Spread.NONE);

        assertThat(outbox.connected(0)).containsExactly(GREETING);
        assertThat(outbox.appended(101, 1)).isEmpty();
        assertThat(outbox.confirmed(50, 2)).isEmpty();
    }

    @Test
    void sendsFromWhereTheFleetSays() {
        Outbox outbox = new Outbox(100, 0, Spread.NONE);
        outbox.connected(0);

        assertThat(outbox.resume(91, 1)).containsExactly(new Sending.Batch(91, 100));
    }

    @Test
    void sendsFourFullBatchesAndThenWaits() {
        Outbox outbox = resumed(1_000);

        assertThat(outbox.appended(1_001, 2)).isEmpty();
        assertThat(outbox.confirmed(64, 3)).containsExactly(new Sending.Batch(257, 320));
    }

    @Test
    void sendsNoMoreForACheckpointThatComesTwice() {
        Outbox outbox = resumed(1_000);
        outbox.confirmed(64, 2);

        assertThat(outbox.confirmed(64, 3)).isEmpty();
        assertThat(outbox.confirmed(10, 4)).isEmpty();
    }

    @Test
    void makesRoomForAllThatOneCheckpointConfirms() {
        Outbox outbox = resumed(1_000);

        assertThat(outbox.confirmed(192, 2)).hasSize(3);
    }

    @Test
    void neverTakesAConfirmationBack() {
        Outbox outbox = resumed(100);
        outbox.confirmed(80, 2);

        outbox.confirmed(10, 3);
        outbox.resume(5, 4);

        assertThat(outbox.confirmedSeq()).isEqualTo(80);
    }

    @Test
    void believesNoConfirmationBeyondItsOwnJournal() {
        Outbox outbox = resumed(100);

        outbox.confirmed(5_000, 2);

        assertThat(outbox.confirmedSeq()).isEqualTo(100);
    }

    @Test
    void goesOnFromAGapThatTheFleetTellsOf() {
        Outbox outbox = resumed(200);

        assertThat(outbox.resume(65, 2))
                .containsExactly(
                        new Sending.Batch(65, 128),
                        new Sending.Batch(129, 192),
                        new Sending.Batch(193, 200));
    }

    /** Each batch behind a lost one makes the fleet ask for it. */
    @Test
    void sendsOnceHoweverOftenTheFleetAsksForTheSame() {
        Outbox outbox = resumed(1_000);

        assertThat(outbox.resume(1, 2)).isEmpty();
        assertThat(outbox.resume(65, 3)).hasSize(4);
        assertThat(outbox.resume(65, 4)).isEmpty();
        assertThat(outbox.elapsed(LATER + 3)).containsExactly(GREETING);
        assertThat(outbox.resume(65, LATER + 4)).hasSize(4);
    }

    @Test
    void asksAgainWhereToGoOnWhenNoCheckpointComes() {
        Outbox outbox = resumed(100);

        assertThat(outbox.elapsed(outbox.deadlineMillis() - 1)).isEmpty();
        assertThat(outbox.elapsed(outbox.deadlineMillis())).containsExactly(GREETING);
        assertThat(outbox.appended(101, LATER + 2)).isEmpty();
        assertThat(outbox.resume(1, LATER + 3)).hasSize(2);
    }

    @Test
    void asksAgainWhenTheCheckpointBesideAResumeWasLost() {
        Outbox outbox = new Outbox(100, 0, Spread.NONE);
        outbox.connected(0);

        assertThat(outbox.resume(101, 1)).isEmpty();
        assertThat(outbox.elapsed(LATER)).containsExactly(GREETING);

        outbox.confirmed(100, LATER + 1);
        assertThat(outbox.resume(101, LATER + 2)).isEmpty();
        assertThat(outbox.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void greetsAgainWhenAGreetingIsNotAnswered() {
        Outbox outbox = new Outbox(100, 0, Spread.NONE);
        outbox.connected(0);

        assertThat(outbox.elapsed(LATER)).containsExactly(GREETING);
        assertThat(outbox.elapsed(2 * LATER)).isEmpty();
        assertThat(outbox.elapsed(3 * LATER)).containsExactly(GREETING);
    }

    @Test
    void asksEverMoreSeldomAndAtMostEachTenMinutes() {
        Outbox outbox = new Outbox(100, 0, Spread.NONE);
        outbox.connected(0);
        List<Long> waits = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 8; i++) {
            waits.add(outbox.deadlineMillis() - now);
            now = outbox.deadlineMillis();
            outbox.elapsed(now);
        }

        assertThat(waits)
                .containsExactly(
                        10_000L, 20_000L, 40_000L, 80_000L, 160_000L, 320_000L, 600_000L, 600_000L);
        outbox.resume(1, now);
        outbox.confirmed(64, now);
        assertThat(outbox.deadlineMillis()).isEqualTo(now + LATER);
    }

    @Test
    void sendsNothingUntilTheWaitIsOverThatItWasAskedFor() {
        Outbox outbox = resumed(1_000);

        outbox.waits(90_000, 5);

        assertThat(outbox.appended(1_001, 6)).isEmpty();
        assertThat(outbox.confirmed(64, 7)).isEmpty();
        assertThat(outbox.confirmedSeq()).isEqualTo(64);
        assertThat(outbox.elapsed(90_004)).isEmpty();
        assertThat(outbox.elapsed(90_005)).containsExactly(GREETING);
    }

    @Test
    void waitsDifferentlyFromCounterToCounterAndNeverTwiceAsLong() {
        Set<Long> waits = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            CounterId counter = new CounterId("%032x".formatted(i * 7_919L));
            long wait = Spread.of(counter).of(LATER, i % 5);
            assertThat(wait).isBetween(LATER / 2, LATER / 2 * 3);
            waits.add(wait / 100);
        }

        assertThat(waits).hasSizeGreaterThan(95);
    }

    @Test
    void isNotPutOffByNewRecordsWhileAnOldBatchHasNoAnswer() {
        Outbox outbox = resumed(10);

        outbox.appended(11, LATER / 2);
        outbox.appended(12, LATER - 1);

        assertThat(outbox.deadlineMillis()).isEqualTo(LATER + 1);
    }

    @Test
    void waitsForNothingWhenAllIsConfirmed() {
        Outbox outbox = resumed(100);

        outbox.confirmed(100, 2);

        assertThat(outbox.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(outbox.appended(101, 50_000)).containsExactly(new Sending.Batch(101, 101));
        assertThat(outbox.deadlineMillis()).isEqualTo(50_000 + LATER);
    }

    @Test
    void stillWaitsForAnswersToWhatAFleetThatLostItsDataAskedAgain() {
        Outbox outbox = resumed(100);
        outbox.confirmed(100, 2);

        assertThat(outbox.resume(1, 3)).hasSize(2);
        assertThat(outbox.deadlineMillis()).isEqualTo(LATER + 3);
    }

    @Test
    void sendsNothingAndAsksSeldomWhileTheJournalIsNotBelieved() {
        Outbox outbox = resumed(100);

        outbox.refused(0);

        assertThat(outbox.appended(101, 1)).isEmpty();
        assertThat(outbox.resume(1, 2)).isEmpty();
        assertThat(outbox.elapsed(LATER * 60 - 1)).isEmpty();
        assertThat(outbox.elapsed(LATER * 60)).containsExactly(GREETING);
        assertThat(outbox.resume(1, LATER * 60 + 1)).isNotEmpty();
    }

    @Test
    void greetsAtOnceOnANewConnectionThoughTheJournalWasNotBelieved() {
        Outbox outbox = resumed(100);
        outbox.refused(0);
        outbox.disconnected();

        assertThat(outbox.connected(1)).containsExactly(GREETING);
    }

    @Test
    void beginsAnewAfterALostConnection() {
        Outbox outbox = resumed(100);
        outbox.disconnected();

        assertThat(outbox.appended(101, 2)).isEmpty();
        assertThat(outbox.connected(3)).containsExactly(GREETING);
        assertThat(outbox.resume(1, 4)).isEqualTo(List.of(batch(1, 64), batch(65, 101)));
    }

    private static Sending batch(long from, long to) {
        return new Sending.Batch(from, to);
    }

    /** Connected at 0, and asked at 1 to send everything. */
    private static Outbox resumed(long newest) {
        Outbox outbox = new Outbox(newest, 0, Spread.NONE);
        outbox.connected(0);
        outbox.resume(1, 1);
        return outbox;
    }
}
