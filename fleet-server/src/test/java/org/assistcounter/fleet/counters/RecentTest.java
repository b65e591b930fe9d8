package org.assistcounter.fleet.counters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;

/** A counter is looked up anew after some seconds, or when something was done to it. */
class RecentTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final Recent recent = new Recent();

    @Test
    void knowsACounterForSomeSecondsOnly() {
        recent.keep(counter(1), NOW);

        assertThat(recent.find(counter(1).id(), NOW.plusSeconds(1))).contains(counter(1));
        assertThat(recent.find(counter(1).id(), NOW.plus(Recent.KEPT))).isEmpty();
        assertThat(recent.find(counter(2).id(), NOW)).isEmpty();
    }

    @Test
    void knowsNothingOfATimeBeforeItWasLookedUp() {
        recent.keep(counter(1), NOW);

        assertThat(recent.find(counter(1).id(), NOW.minusSeconds(1))).isEmpty();
    }

    @Test
    void forgetsACounterThatSomethingWasDoneTo() {
        recent.keep(counter(1), NOW);
        recent.forget(counter(1).id());

        assertThat(recent.find(counter(1).id(), NOW)).isEmpty();
    }

    @Test
    void keepsABoundedNumberTheNewest() {
        for (int number = 0; number <= Recent.MANY; number++) {
            recent.keep(counter(number), NOW);
        }

        assertThat(recent.find(counter(0).id(), NOW)).isEmpty();
        assertThat(recent.find(counter(1).id(), NOW)).isPresent();
        assertThat(recent.find(counter(Recent.MANY).id(), NOW)).isPresent();
    }

    private static Counter counter(int number) {
        return new Counter(
                new CounterId(String.format("%032x", number)),
                new Counter.Place("tenant", "site", "L-" + number),
                CounterStatus.ACTIVE,
                new Counter.Keys("", "", ""),
                NOW,
                null,
                0);
    }
}
