package org.assistcounter.fleet.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Waiting waiting = new Waiting(2_000);

    @Test
    void takesNoMoreThanItHasRoomForAndCountsWhatItLetsGo() {
        assertThat(waiting.enter(900)).isTrue();
        assertThat(waiting.enter(77)).isFalse();
        assertThat(waiting.letGo()).isEqualTo(1);
        assertThat(waiting.enter(76)).as("with 512 bytes of its own").isTrue();
    }

    @Test
    void whatIsDoneWithMakesRoom() {
        assertThat(waiting.enter(1_000)).isTrue();
        assertThat(waiting.enter(1_000)).isFalse();
        waiting.leave(1_000);

        assertThat(waiting.enter(1_488)).isTrue();
        assertThat(waiting.enter(0)).isFalse();
    }
}
