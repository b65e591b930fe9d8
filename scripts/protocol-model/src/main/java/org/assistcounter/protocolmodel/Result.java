package org.assistcounter.protocolmodel;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run of TLC came to.
 *
 * @param states how many states were generated
 * @param distinct how many of them are different
 * @param depth the length of the longest shortest way to a state; 0 when it was not reached
 * @param broken what does not hold; empty when everything does
 * @param steps the way to where it does not hold
 * @param taken how often each action was taken; empty when they were not counted
 */
record Result(
        long states,
        long distinct,
        long depth,
        String broken,
        List<Step> steps,
        SortedMap<String, Long> taken) {

    Result {
        steps = List.copyOf(steps);
        taken = new TreeMap<>(taken);
    }

    boolean holds() {
        return broken.isEmpty();
    }

    /**
     * One step.
     *
     * @param action its name; of the first state, where it begins
     * @param changed the variables that it changed, with their new values
     */
    record Step(String action, Map<String, String> changed) {}
}
