package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assistcounter.fleet.ingest.GroupQueue.Item;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;

/** Which batches go together, and when. */
class GroupQueueTest {
    private static final GroupQueue.Limits LIMITS = new GroupQueue.Limits(2, 100, 5);

    private final GroupQueue<String> queue = new GroupQueue<>(LIMITS);

    @Test
    void letsABatchGoAtOnceWhenNothingElseWaits() {
        offer(1, "a");

        assertThat(next()).containsExactly("a");
        assertThat(next()).isEmpty();
    }

    @Test
    void putsTogetherWhatCameWhileTheGroupsBeforeWereUnderWay() {
        offer(1, "a");
        var first = queue.next();
        offer(2, "b");
        queue.next();
        offer(3, "c");
        offer(4, "d");

        assertThat(queue.next()).as("two are under way").isEmpty();
        queue.ended(first);
        assertThat(queue.next()).as("it keeps its place").isEmpty();
        queue.left();
        assertThat(next()).containsExactly("c", "d");
    }

    @Test
    void neverHasACounterInTwoGroupsAndKeepsItsOrder() {
        offer(1, "first");
        var group = queue.next();
        offer(1, "second");
        offer(2, "other");
        offer(1, "third");

        assertThat(next()).containsExactly("other");
        queue.ended(group);
        queue.left();
        assertThat(next()).containsExactly("second", "third");
    }

    @Test
    void letsACounterGoOnWhileItsGroupKeepsItsPlace() {
        offer(1, "first");
        var group = queue.next();
        offer(1, "second");
        offer(1, "third");
        assertThat(next()).isEmpty();
        queue.ended(group);
        assertThat(next()).containsExactly("second", "third");
    }

    @Test
    void makesAGroupNoLargerThanOneBatchBeyondItsBound() {
        for (int i = 1; i <= 4; i++) {
            queue.offer(new Item<>(counter(i), 40, "batch " + i));
        }

        assertThat(next()).containsExactly("batch 1", "batch 2", "batch 3");
        assertThat(next()).containsExactly("batch 4");
    }

    @Test
    void takesNoMoreThanItsBound() {
        for (int i = 1; i <= 5; i++) {
            assertThat(queue.offer(new Item<>(counter(i), 1, "batch"))).isTrue();
        }

        assertThat(queue.offer(new Item<>(counter(6), 1, "batch"))).isFalse();
    }

    private void offer(int counter, String batch) {
        assertThat(queue.offer(new Item<>(counter(counter), 10, batch))).isTrue();
    }

    private List<String> next() {
        return queue.next().stream().map(Item::batch).toList();
    }

    private static CounterId counter(int number) {
        return new CounterId(String.format("%032x", number));
    }
}
