package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assistcounter.fleet.link.Refusal;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.fleet.link.client.DoorForTests;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.sync.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is there and how much may be said, at brokers that tell us nothing of it. */
@ExtendWith(RunningServer.class)
class OuterDoorTest {
    private static final String ONE = "the first broker";
    private static final String OTHER = "the second broker";

    private final RunningServer.Parts server = RunningServer.parts();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final DoorForTests door =
            new DoorForTests(server.context(), clock, List.of("mq1:8883", "mq2:8883"));

    @AfterEach
    void close() {
        door.close();
    }

    private static CounterId counter(int number) {
        return new CounterId("0d" + "%030x".formatted(number));
    }

    @Test
    void whoSpeaksIsThereUntilItsWillIsHeard() {
        CounterId counter = counter(1);

        assertThat(door.isOpen(counter, Topics.JOURNAL, ONE)).isTrue();
        assertThat(door.connected().has(counter)).isTrue();

        assertThat(door.isOpen(counter, Topics.GONE, ONE)).as("no word to us").isFalse();
        assertThat(door.connected().has(counter)).isFalse();
    }

    @Test
    void theWillFromABrokerThatTheCounterHasLeftMeansNothing() {
        CounterId counter = counter(2);
        door.isOpen(counter, Topics.HELLO, ONE);
        door.isOpen(counter, Topics.HELLO, OTHER);

        door.isOpen(counter, Topics.GONE, ONE);

        assertThat(door.connected().has(counter)).isTrue();
        door.isOpen(counter, Topics.GONE, OTHER);
        assertThat(door.connected().has(counter)).isFalse();
    }

    @Test
    void aCounterThatGoesToAnotherBrokerIsTakenForNoCopy() {
        List<CounterId> takenOver = new ArrayList<>();
        List<CounterId> changes = new ArrayList<>();
        door.connected().takeovers().subscribe(takenOver::add);
        door.connected().changes().subscribe(changes::add);
        CounterId counter = counter(3);

        door.isOpen(counter, Topics.HELLO, ONE);
        door.isOpen(counter, Topics.JOURNAL, ONE);
        door.isOpen(counter, Topics.HELLO, OTHER);

        assertThat(takenOver).isEmpty();
        assertThat(changes).as("came, went, came").containsExactly(counter, counter, counter);
    }

    @Test
    void whoIsSilentForLongerThanEveryCounterIsHasGone() {
        CounterId silent = counter(4);
        CounterId heard = counter(5);
        door.isOpen(silent, Topics.JOURNAL, ONE);
        door.isOpen(heard, Topics.JOURNAL, ONE);
        now.set(now.get().plus(Duration.ofMinutes(60)));
        door.isOpen(heard, Topics.JOURNAL, ONE);
        door.sweep();
        assertThat(door.connected().count()).as("an hour is no silence").isEqualTo(2);

        now.set(now.get().plus(Duration.ofMinutes(11)));
        door.sweep();

        assertThat(door.connected().has(silent)).isFalse();
        assertThat(door.connected().has(heard)).isTrue();
    }

    @Test
    void oneThatHasJustStartedBeginsWithWhatTheRegistrySays() {
        try (var selling = SellingCounter.enrol(server, "OD-0001")) {
            CounterId counter = selling.id();
            selling.tells(Sales.of(PaymentWay.CARD).delivered());

            door.begin();

            Eventually.holds(() -> door.connected().has(counter));
            door.isOpen(counter, Topics.GONE, OTHER);
            assertThat(door.connected().has(counter)).as("any broker's word counts").isFalse();
        }
    }

    @Test
    void aFloodIsDroppedAndKeptForAPersonAndTouchesNobodyElse() {
        CounterId flooding = counter(6);
        int admitted = 0;
        while (admitted < 10_000 && door.admits(flooding, Topics.JOURNAL)) {
            admitted++;
        }

        assertThat(admitted).isBetween(200, 9_999);
        assertThat(door.admits(counter(7), Topics.JOURNAL)).isTrue();
        List<Refusal> kept =
                server.bean(RefusalLog.class)
                        .latest(100)
                        .filter(each -> each.claimedId().equals(flooding.hex()))
                        .collectList()
                        .blockOptional()
                        .orElseThrow();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.reason()).isEqualTo(Refusal.Reason.TOO_MANY);
                    assertThat(each.topic()).isEqualTo(Topics.up(flooding, Topics.JOURNAL));
                });
    }

    @Test
    void withItsOwnBrokerTheGatesThereHaveDoneAllOfIt() {
        try (var own = new DoorForTests(server.context(), clock, List.of())) {
            CounterId counter = counter(8);

            assertThat(own.isOpen(counter, Topics.JOURNAL, ONE)).isTrue();
            own.begin();

            assertThat(own.connected().count()).isZero();
            for (int i = 0; i < 1_000; i++) {
                assertThat(own.admits(counter, Topics.JOURNAL)).isTrue();
            }
        }
    }
}
