package org.assistcounter.verifier;

import java.util.ArrayList;
import java.util.List;

/** The errors of a run: the first thousand in full, the rest counted, so that memory is bounded. */
final class Findings {

    static final int KEPT_MAX = 1_000;

    private final String counter;
    private final List<Finding> kept = new ArrayList<>();
    private long rest;

    /** Of one journal, or of a whole that has no name. */
    Findings() {
        this("");
    }

    /** Of this counter among several. */
    Findings(String counter) {
        this.counter = counter;
    }

    /** One error and the number of the record it was found at; 0 is the head or the whole file. */
    record Finding(String counter, long seq, String error) {}

    void add(long seq, String error) {
        add(new Finding(counter, seq, error));
    }

    private void add(Finding finding) {
        if (kept.size() < KEPT_MAX) {
            kept.add(finding);
        } else {
            rest++;
        }
    }

    /** Takes over what was found elsewhere. */
    void addAll(Findings more) {
        more.kept.forEach(this::add);
        rest += more.rest;
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
