package org.assistcounter.counter.climate;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.ClockReading.ClockQuality;
import org.assistcounter.protocol.journal.Fact;

/** How the cooled compartments stood when the journal heard of them last: a fold over its facts. */
public record ColdMemory(Map<Integer, Note> notes) {

    /** An empty journal. */
    public static final ColdMemory NOTHING = new ColdMemory(Map.of());

    public ColdMemory {
        notes = Map.copyOf(notes);
    }

    /** A note, and what the clocks said of it. */
    record Note(Fact.ColdChainNoted fact, ClockReading clock) {}

    /** The memory after this fact. */
    public ColdMemory after(Fact fact, ClockReading clock) {
        if (!(fact instanceof Fact.ColdChainNoted noted)) {
            return this;
        }
        Map<Integer, Note> next = new HashMap<>(notes);
        next.put(noted.compartment(), new Note(noted, clock));
        return new ColdMemory(next);
    }

    /**
     * How a compartment stands at a start. Since the note nobody is known to have measured, so the
     * time between counts as too warm; where the clocks cannot tell it, it was too long.
     */
    public ColdChain chain(
            int compartment, boolean isLocked, ColdChainRule rule, ClockReading now) {
        Note note = notes.get(compartment);
        if (note == null) {
            ColdChain filled = ColdChain.filled(rule);
            return new ColdChain(isLocked, 0, 0, filled.graceMillis());
        }
        ColdChain known =
                new ColdChain(
                        isLocked,
                        note.fact().warmMillis(),
                        note.fact().coldMillis(),
                        note.fact().graceMillis());
        return known.restarted(awayMillis(note, now, rule), rule);
    }

    private static long awayMillis(Note note, ClockReading now, ColdChainRule rule) {
        long between = now.wallMillis() - note.clock().wallMillis();
        boolean isKnown =
                now.quality() != ClockQuality.NONE
                        && note.clock().quality() != ClockQuality.NONE
                        && between >= 0;
        return isKnown ? between : rule.warmMillis() + rule.serviceGraceMillis();
    }
}
