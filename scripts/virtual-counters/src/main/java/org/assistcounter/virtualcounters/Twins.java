package org.assistcounter.virtualcounters;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A card and its copy, made while it sold: both have the keys, both connect and sell on, and push
 * each other off the line. The fleet believes one journal and must say that there are two. Lives on
 * one loop.
 */
final class Twins {
    private final Card card;
    private final CounterLoop loop;
    private final Commissioning commissioning;
    private final MemoryJournalStore store = MemoryJournalStore.keepingAll();
    private final Tally ownTally = new Tally();
    private final Tally copyTally = new Tally();
    private final VirtualCounter own;
    private @Nullable VirtualCounter copy;

    Twins(Card card, CounterLoop loop, Commissioning commissioning) {
        this.card = card;
        this.loop = loop;
        this.commissioning = commissioning;
        this.own = commissioning.commission(card, loop, store, ownTally);
    }

    void connects() {
        own.connects();
    }

    /** Sells, and is copied after a while. */
    void sells(Pace pace, long untilCopiedNanos) {
        own.sells(pace);
        loop.later(untilCopiedNanos, () -> copied(pace));
    }

    private void copied(Pace pace) {
        VirtualCounter other = commissioning.commission(card, loop, store.copy(), copyTally);
        copy = other;
        other.connects();
        other.sells(pace);
    }

    /** Whoever has learned that its journal is not believed leaves the line to the other. */
    void part() {
        VirtualCounter other = copy;
        if (other != null && own.isDoubted() != other.isDoubted()) {
            (own.isDoubted() ? own : other).isCut();
        }
    }

    /** The fleet has the whole journal that it believes. */
    boolean isSettled() {
        VirtualCounter other = copy;
        return other != null
                && own.isDoubted() != other.isDoubted()
                && believed().isOver()
                && believed().unacknowledged() == 0;
    }

    private VirtualCounter believed() {
        VirtualCounter other = copy;
        return other != null && own.isDoubted() ? other : own;
    }

    /** What the fleet should have booked. */
    Takings takings() {
        return believed().equals(own) ? ownTally.takings() : copyTally.takings();
    }

    void stops() {
        Stream.ofNullable(copy).forEach(VirtualCounter::isCut);
        own.isCut();
    }
}
