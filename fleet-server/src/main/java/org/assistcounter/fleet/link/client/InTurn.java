package org.assistcounter.fleet.link.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;

/**
 * Who is heard next: of each counter one message after the other, and of all so many at a time.
 * When a province comes at once, those that were greeted are heard before others are greeted, so
 * that what was begun comes to an end; who greets again while his greeting waits is greeted once,
 * and who says too much is not heard to the end. Pure.
 */
final class InTurn<T> {
    /** So many others are heard before a greeting, if there are as many. */
    private static final int OTHERS_MAX = 3;

    /** Of one counter; a true one has a hello, a report and a few batches on their way. */
    private static final int WAITING_MAX = 32;

    private final int atOnceMax;
    private final Map<CounterId, Line<T>> lines = new HashMap<>();
    private final Deque<CounterId> greeting = new ArrayDeque<>();
    private final Deque<CounterId> others = new ArrayDeque<>();
    private int underWay;
    private int othersInARow;

    /**
     * @param atOnceMax messages of different counters
     */
    InTurn(int atOnceMax) {
        this.atOnceMax = atOnceMax;
    }

    /** A message of a counter. */
    record Said<T>(CounterId counter, boolean isGreeting, T message) {}

    private static final class Line<T> {
        private final Deque<Said<T>> waiting = new ArrayDeque<>();
        private boolean isUnderWay;
    }

    /** Puts it in; what will not be heard because of it, if anything, which may be itself. */
    @Nullable T came(Said<T> said) {
        Line<T> line = lines.computeIfAbsent(said.counter(), _ -> new Line<>());
        Said<T> last = line.waiting.peekLast();
        if (last != null && last.isGreeting() && said.isGreeting()) {
            line.waiting.removeLast();
            line.waiting.addLast(said);
            return last.message();
        }
        if (line.waiting.size() >= WAITING_MAX) {
            return said.message();
        }
        line.waiting.addLast(said);
        if (!line.isUnderWay && last == null) {
            queue(said);
        }
        return null;
    }

    private void queue(Said<T> first) {
        (first.isGreeting() ? greeting : others).addLast(first.counter());
    }

    /** What to hear now, if anything. */
    @Nullable T next() {
        if (underWay >= atOnceMax) {
            return null;
        }
        boolean isForOthers =
                !others.isEmpty() && (greeting.isEmpty() || othersInARow < OTHERS_MAX);
        CounterId counter = (isForOthers ? others : greeting).pollFirst();
        Line<T> line = counter == null ? null : lines.get(counter);
        if (line == null) {
            return null;
        }
        othersInARow = isForOthers ? othersInARow + 1 : 0;
        underWay++;
        line.isUnderWay = true;
        return line.waiting.removeFirst().message();
    }

    /** A message of this counter was heard. */
    void done(CounterId counter) {
        Line<T> line = lines.get(counter);
        if (line == null) {
            return;
        }
        underWay--;
        line.isUnderWay = false;
        Said<T> first = line.waiting.peekFirst();
        if (first == null) {
            lines.remove(counter);
        } else {
            queue(first);
        }
    }

    /** Nobody is heard any more; all that wait. */
    List<T> closed() {
        List<T> all = new ArrayList<>();
        lines.values().forEach(line -> line.waiting.forEach(said -> all.add(said.message())));
        lines.clear();
        greeting.clear();
        others.clear();
        underWay = 0;
        return all;
    }
}
