package org.assistcounter.fleet.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ToldChangesTest {
    private final ToldChanges changes = new ToldChanges();

    @Test
    void beginsWithAllThatWasEverWanted() {
        assertThat(changes.untoldBehind(List.of())).isEmpty();
        assertThat(changes.untoldBehind(List.of(42L, 41L))).hasValue(ToldChanges.ALL);
    }

    @Test
    void tellsOfAChangeOnce() {
        changes.told(List.of(5L));
        assertThat(changes.untoldBehind(List.of(6L, 5L))).hasValue(5);
        changes.told(List.of(6L, 5L));

        assertThat(changes.untoldBehind(List.of(6L, 5L))).isEmpty();
    }

    @Test
    void tellsOfAChangeThatIsCommittedBehindANewerOne() {
        changes.told(List.of(6L, 4L));

        assertThat(changes.untoldBehind(List.of(6L, 5L, 4L))).hasValue(4);
    }

    @Test
    void missesNoneWhereMoreCameThanAreAskedFor() {
        changes.told(List.of(6L));
        List<Long> newest = LongStream.rangeClosed(201, 300).boxed().toList();

        assertThat(changes.untoldBehind(newest)).hasValue(6);
    }
}
