package org.assistcounter.fleet.link.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assistcounter.fleet.link.broker.Turnstile.Moved;
import org.assistcounter.fleet.link.broker.Turnstile.Place;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private final Turnstile<String> turnstile = new Turnstile<>(new Turnstile.Limits(2, 3, 100));

    @Test
    void letsSoManyInAtOnceAndTheOthersInTheirOrder() {
        assertThat(turnstile.came("a", 0)).isEqualTo(Place.INSIDE);
        assertThat(turnstile.came("b", 0)).isEqualTo(Place.INSIDE);
        assertThat(turnstile.came("c", 0)).isEqualTo(Place.WAITING);
        assertThat(turnstile.came("d", 0)).isEqualTo(Place.WAITING);

        assertThat(turnstile.done(1)).isEqualTo(new Moved<>("c", List.of()));
        assertThat(turnstile.done(1)).isEqualTo(new Moved<>("d", List.of()));
        assertThat(turnstile.done(1)).isEqualTo(new Moved<>(null, List.of()));
        assertThat(turnstile.came("e", 1)).isEqualTo(Place.INSIDE);
        assertThat(turnstile.came("f", 1)).isEqualTo(Place.WAITING);
    }

    @Test
    void turnsAwayWhoHasWaitedTooLongAndLetsInTheNext() {
        turnstile.came("a", 0);
        turnstile.came("b", 0);
        turnstile.came("c", 0);
        turnstile.came("d", 50);

        assertThat(turnstile.done(101)).isEqualTo(new Moved<>("d", List.of("c")));
    }

    @Test
    void namesAllWhoWaitWhenItCloses() {
        List.of("a", "b", "c", "d").forEach(each -> turnstile.came(each, 0));

        assertThat(turnstile.closed()).containsExactly("c", "d");
        assertThat(turnstile.done(1)).isEqualTo(new Moved<>(null, List.of()));
    }

    @Test
    void turnsAwayWhomItHasNoRoomFor() {
        List.of("a", "b", "c", "d", "e").forEach(each -> turnstile.came(each, 0));

        assertThat(turnstile.came("f", 0)).isEqualTo(Place.AWAY);
    }

    @Test
    void itsPlaceIsFreeWhenAllWhoWaitedHaveGivenUp() {
        List.of("a", "b", "c").forEach(each -> turnstile.came(each, 0));

        assertThat(turnstile.done(101)).isEqualTo(new Moved<>(null, List.of("c")));
        assertThat(turnstile.came("d", 101)).isEqualTo(Place.INSIDE);
    }
}
