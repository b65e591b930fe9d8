package org.assistcounter.counter.sale;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a shopper has picked and not bought yet: a slot for each item, in the order of picking. */
public record Basket(List<Integer> slots) {
    /** Nothing picked. */
    public static final Basket EMPTY = new Basket(List.of());

    public Basket {
        slots = List.copyOf(slots);
    }

    public boolean isEmpty() {
        return slots.isEmpty();
    }

    public int size() {
        return slots.size();
    }

    /** How many items of a slot are in it. */
    public int count(int slot) {
        return Collections.frequency(slots, slot);
    }

    /** How many of each slot, in the order of picking. */
    public SequencedMap<Integer, Integer> counts() {
        SequencedMap<Integer, Integer> counts = new LinkedHashMap<>();
        slots.forEach(slot -> counts.merge(slot, 1, Integer::sum));
        return counts;
    }

    Basket with(int slot) {
        List<Integer> more = new ArrayList<>(slots);
        more.add(slot);
        return new Basket(more);
    }

    /** One item less of this slot, the latest. */
    Basket without(int slot) {
        List<Integer> fewer = new ArrayList<>(slots);
        Collections.reverse(fewer);
        fewer.remove(Integer.valueOf(slot));
        Collections.reverse(fewer);
        return new Basket(fewer);
    }
}
