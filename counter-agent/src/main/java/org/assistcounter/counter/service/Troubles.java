package org.assistcounter.counter.service;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assistcounter.protocol.journal.Fact;

/**
 * What waits for a technician: a fold over the journal's facts, beside the shelf, which knows that
 * a slot is off but neither since when nor why.
 *
 * @param slots the slots that are off
 * @param compartments those that the cold chain locks
 */
public record Troubles(Map<Integer, Trouble> slots, Map<Integer, Trouble> compartments) {

    /** All is well. */
    public static final Troubles NONE = new Troubles(Map.of(), Map.of());

    public Troubles {
        slots = Map.copyOf(slots);
        compartments = Map.copyOf(compartments);
    }

    /**
     * Why, and since when.
     *
     * @param sinceMillis wall clock, for people; nothing is decided by it
     */
    public record Trouble(String reason, long sinceMillis) {}

    /** After this fact; what is off already stays so since it was first. */
    public Troubles after(Fact fact, long wallMillis) {
        return switch (fact) {
            case Fact.SlotSwitched f ->
                    new Troubles(
                            changed(slots, f.slot(), !f.on(), new Trouble(f.reason(), wallMillis)),
                            compartments);
            case Fact.ColdChainSwitched f ->
                    new Troubles(
                            slots,
                            changed(
                                    compartments,
                                    f.compartment(),
                                    f.locked(),
                                    new Trouble(f.reason(), wallMillis)));
            case Fact _ -> this;
        };
    }

    private static Map<Integer, Trouble> changed(
            Map<Integer, Trouble> before, int number, boolean isTrouble, Trouble trouble) {
        SortedMap<Integer, Trouble> next = new TreeMap<>(before);
        if (isTrouble) {
            next.putIfAbsent(number, trouble);
        } else {
            next.remove(number);
        }
        return next;
    }
}
