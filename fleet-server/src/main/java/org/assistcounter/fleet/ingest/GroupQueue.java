package org.assistcounter.fleet.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.assistcounter.protocol.identity.CounterId;

/**
 * Which batches go next: whoever came first, never two groups with the same counter at once, and a
 * bounded number in all. A batch that comes while a place is free goes at once; what comes
 * meanwhile goes together. A group may keep its place for longer than its counters. Pure.
 */
final class GroupQueue<T> {
    private final Limits limits;
    private final Deque<Item<T>> waiting = new ArrayDeque<>();
    private final Set<CounterId> underWay = new HashSet<>();
    private int groups;

    /**
     * @param groups so many groups may be under way at once
     * @param records so many records make a group full
     * @param waiting so many batches may wait
     */
    record Limits(int groups, int records, int waiting) {}

    /** A batch and how many records it has. */
    record Item<T>(CounterId counter, int records, T batch) {}

    GroupQueue(Limits limits) {
        this.limits = limits;
    }

    /** Takes a batch; false when too many wait already. */
    boolean offer(Item<T> item) {
        return waiting.size() < limits.waiting() && waiting.add(item);
    }

    /** How many batches wait. */
    int waiting() {
        return waiting.size();
    }

    /** The next group, which is under way from now on; empty when there is none now. */
    List<Item<T>> next() {
        if (groups >= limits.groups()) {
            return List.of();
        }
        List<Item<T>> group = new ArrayList<>();
        Set<CounterId> counters = new HashSet<>();
        Set<CounterId> passed = new HashSet<>();
        int records = 0;
        Iterator<Item<T>> each = waiting.iterator();
        while (each.hasNext() && records < limits.records()) {
            Item<T> item = each.next();
            if (underWay.contains(item.counter()) || passed.contains(item.counter())) {
                passed.add(item.counter());
                continue;
            }
            each.remove();
            group.add(item);
            counters.add(item.counter());
            records += item.records();
        }
        if (!group.isEmpty()) {
            underWay.addAll(counters);
            groups++;
        }
        return group;
    }

    /** A group is committed, or has failed: its counters may be in another. */
    void ended(List<Item<T>> group) {
        group.forEach(item -> underWay.remove(item.counter()));
    }

    /** A group's place is free for the next. */
    void left() {
        groups--;
    }
}
