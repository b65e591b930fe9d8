package org.assistcounter.counter.climate;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.ClockReading.ClockQuality;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * How the cooled compartments stood when the journal heard of them last: a fold over its facts.
 *
 * @param filled when goods were counted last; null in an empty journal
 */
public record ColdMemory(Map<Integer, Note> notes, @Nullable Filled filled) {

    /** An empty journal. */
    public static final ColdMemory NOTHING = new ColdMemory(Map.of(), null);

    public ColdMemory {
        notes = Map.copyOf(notes);
    }

    /** A note, and what the clocks said of it. */
    record Note(Fact.ColdChainNoted fact, ClockReading clock) {}

    /** When goods were counted, and whether that was in an earlier life of the agent. */
    record Filled(ClockReading clock, boolean isEarlier) {}

    /** The memory after this fact. */
    public ColdMemory after(Fact fact, ClockReading clock) {
        return switch (fact) {
            case Fact.ColdChainNoted noted -> {
                Map<Integer, Note> next = new HashMap<>(notes);
                next.put(noted.compartment(), new Note(noted, clock));
                yield new ColdMemory(next, filled);
            }
            case Fact.StockCounted _ -> new ColdMemory(notes, new Filled(clock, false));
            case Fact.Booted _ when filled != null && !filled.isEarlier() ->
                    new ColdMemory(notes, new Filled(filled.clock(), true));
            case Fact _ -> this;
        };
    }

    /**
     * How a compartment stands at a start. Since the note nobody is known to have measured, so the
     * time between counts as too warm; where the clocks cannot tell it, it was too long.
     */
    public ColdChain chain(
            int compartment, boolean isLocked, ColdChainRule rule, ClockReading now) {
        Note note = notes.get(compartment);
        if (note == null) {
            return neverNoted(isLocked, rule, now);
        }
        ColdChain known =
                new ColdChain(
                        isLocked,
                        note.fact().warmMillis(),
                        note.fact().coldMillis(),
                        note.fact().graceMillis());
        return known.restarted(awayMillis(note.clock(), now, rule), rule);
    }

    /** The life that filled it may have ended before its first note; goods age all the same. */
    private ColdChain neverNoted(boolean isLocked, ColdChainRule rule, ClockReading now) {
        ColdChain fresh = new ColdChain(isLocked, 0, 0, ColdChain.filled(rule).graceMillis());
        return filled != null && filled.isEarlier()
                ? fresh.restarted(awayMillis(filled.clock(), now, rule), rule)
                : fresh;
    }

    private static long awayMillis(ClockReading then, ClockReading now, ColdChainRule rule) {
        long between = now.wallMillis() - then.wallMillis();
        boolean isKnown =
                now.quality() != ClockQuality.NONE
                        && then.quality() != ClockQuality.NONE
                        && between >= 0;
        return isKnown ? between : rule.warmMillis() + rule.serviceGraceMillis();
    }
}
