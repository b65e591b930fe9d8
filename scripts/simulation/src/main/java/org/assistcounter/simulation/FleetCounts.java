package org.assistcounter.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Sha256;

/** What many counters and their fleet went through, in one seed or many. */
final class FleetCounts {
    private final Counts counters = new Counts();
    private final Map<String, Long> faults = new TreeMap<>();
    private final Map<String, Long> disbeliefs = new TreeMap<>();
    private long messages;
    private long copies;
    private long lostSigned;
    private long postponed;
    private long keysGiven;
    private Hash hash = new Hash(new byte[Hash.LENGTH]);

    FleetCounts() {}

    FleetCounts(long hours, List<Stand> stands, FleetFaults struck, Traffic traffic) {
        Set<Identity> counted = new HashSet<>();
        for (Stand stand : stands) {
            copies += stand.identity().isCopied() ? 1 : 0;
            if (counted.add(stand.identity())) {
                lostSigned += stand.identity().lostSigned();
                counters.add(stand.counts(hours));
            }
        }
        struck.struck().forEach((fault, count) -> faults.put(fault.word(), count));
        traffic.disbeliefs().forEach((why, count) -> disbeliefs.put(why.word(), count));
        messages = traffic.messages();
        postponed = traffic.timesPostponed();
        keysGiven = traffic.keysGiven();
        hash = new Hash(Sha256.of(counters.hash().bytes(), traffic.hash().bytes()));
    }

    void add(FleetCounts more) {
        counters.add(more.counters);
        more.faults.forEach((fault, count) -> faults.merge(fault, count, Long::sum));
        more.disbeliefs.forEach((why, count) -> disbeliefs.merge(why, count, Long::sum));
        messages += more.messages;
        copies += more.copies;
        lostSigned += more.lostSigned;
        postponed += more.postponed;
        keysGiven += more.keysGiven;
        hash = new Hash(Sha256.of(hash.bytes(), more.hash.bytes()));
    }

    Counts counters() {
        return counters;
    }

    /** How often each fault struck, by its word; those of single counters too. */
    Map<String, Long> faults() {
        Map<String, Long> all = new TreeMap<>(faults);
        counters.faults().forEach((fault, count) -> all.put(fault.word(), count));
        return all;
    }

    /** How often a journal was not believed, by the verdict. */
    Map<String, Long> disbeliefs() {
        return disbeliefs;
    }

    /** What reached the fleet. */
    long messages() {
        return messages;
    }

    /** Cabinets whose card bore a name with more than one journal. */
    long copies() {
        return copies;
    }

    /** How often a card lost what the fleet had signed for. */
    long lostSigned() {
        return lostSigned;
    }

    /** How often a counter was told to wait. */
    long postponed() {
        return postponed;
    }

    /** How often a counter was given other keys, on its card or on another. */
    long keysGiven() {
        return keysGiven;
    }

    Hash hash() {
        return hash;
    }
}
