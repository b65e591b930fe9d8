package org.assistcounter.verifier;

import java.util.ArrayList;
import java.util.List;

/** The errors of a run: the first thousand in full, the rest counted, so that memory is bounded. */
final class Findings {

    static final int KEPT_MAX = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long rest;

    /** One error and the number of the record it was found at; 0 is the head or the whole file. */
    record Finding(long seq, String error) {}

    void add(long seq, String error) {
        if (kept.size() < KEPT_MAX) {
            kept.add(new Finding(seq, error));
        } else {
            rest++;
        }
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** How many errors were found beside those kept. */
    long rest() {
        return rest;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }
}
