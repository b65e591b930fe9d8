package org.assistcounter.fleet.link.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many in at a time, in the order in which they came. Whoever has waited too long has given
 * up, or will before it is done, and is turned away at no cost. Pure.
 */
final class Turnstile<T> {
    private final Limits limits;
    private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
    private int inside;

    Turnstile(Limits limits) {
        this.limits = limits;
    }

    /**
     * Bounds.
     *
     * @param inside at once
     * @param waiting at once
     * @param waitNanos at most
     */
    record Limits(int inside, int waiting, long waitNanos) {}

    private record Waiting<T>(T item, long sinceNanos) {}

    /** What becomes of somebody who came. */
    enum Place {
        INSIDE,
        WAITING,
        AWAY
    }

    /** Whom to let in now, if anybody, and whom to turn away. */
    record Moved<T>(@Nullable T in, List<T> away) {}

    /** All who wait, for whom there is no hope any more. */
    List<T> closed() {
        List<T> all = waiting.stream().map(Waiting::item).toList();
        waiting.clear();
        return all;
    }

    Place came(T item, long nowNanos) {
        if (inside < limits.inside()) {
            inside++;
            return Place.INSIDE;
        }
        if (waiting.size() >= limits.waiting()) {
            return Place.AWAY;
        }
        waiting.add(new Waiting<>(item, nowNanos));
        return Place.WAITING;
    }

    /** Somebody is done; who comes after. */
    Moved<T> done(long nowNanos) {
        List<T> away = new ArrayList<>();
        Waiting<T> next = waiting.poll();
        while (next != null && nowNanos - next.sinceNanos() > limits.waitNanos()) {
            away.add(next.item());
            next = waiting.poll();
        }
        if (next == null) {
            inside--;
            return new Moved<>(null, away);
        }
        return new Moved<>(next.item(), away);
    }
}
