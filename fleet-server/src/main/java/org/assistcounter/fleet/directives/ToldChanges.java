package org.assistcounter.fleet.directives;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Which of the newest changes counters were told of. Changes get their numbers in one order and are
 * committed in another, so the highest number says nothing of those below it.
 */
final class ToldChanges {
    /** Whoever asks for the newest changes asks for so many. */
    static final int KEPT = 100;

    /** Before the first change. */
    static final long ALL = -1;

    private final TreeSet<Long> told = new TreeSet<>();

    /** Counters are to be told of what was changed behind this one; empty when of nothing. */
    OptionalLong untoldBehind(List<Long> newest) {
        long highest = told.isEmpty() ? ALL : told.last();
        return newest.stream()
                .filter(change -> !told.contains(change))
                .mapToLong(change -> Math.min(change - 1, highest))
                .min();
    }

    /** They were told of all these. */
    void told(List<Long> newest) {
        told.clear();
        told.addAll(newest);
    }
}
