package org.assistcounter.fleet.link.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Waiting waiting = new Waiting(100);

    @Test
    void takesNoMoreThanItHasRoomFor() {
        assertThat(waiting.enter(60)).isTrue();
        assertThat(waiting.enter(41)).isFalse();
        assertThat(waiting.enter(40)).isTrue();
        assertThat(waiting.bytes()).isEqualTo(100);
    }

    @Test
    void whatIsDoneWithMakesRoom() {
        waiting.enter(100);
        waiting.leave(60);

        assertThat(waiting.enter(60)).isTrue();
        assertThat(waiting.enter(1)).isFalse();
    }
}
