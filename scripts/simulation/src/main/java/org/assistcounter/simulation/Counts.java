package org.assistcounter.simulation;

import java.util.EnumMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.signing.Sha256;

/** What one seed, or many, went through. */
final class Counts {
    private long counterHours;
    private long events;
    private long sales;
    private long records;
    private long cases;
    private long locksLifted;
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<RareState, Long> rare = new EnumMap<>(RareState.class);
    private final Map<SaleOutcome, Long> outcomes = new EnumMap<>(SaleOutcome.class);
    private Hash hash = new Hash(new byte[Hash.LENGTH]);

    void event() {
        events++;
    }

    void written(Fact fact) {
        if (fact instanceof Fact.ColdChainSwitched switched && !switched.locked()) {
            locksLifted++;
        }
    }

    Counts finished(long hours, MemoryJournalStore store, Faults struck, SimulatedFleet fleet) {
        counterHours = hours;
        faults.putAll(struck.struck());
        sales = fleet.sales().size();
        records = store.newestSeq();
        cases = fleet.cases();
        fleet.sales()
                .values()
                .forEach(sale -> {
                    SaleOutcome outcome = sale.outcome();
                    if (outcome != null) {
                        outcomes.merge(outcome, 1L, Long::sum);
                    }
                });
        return this;
    }

    Counts reached(RareStates states, Trace trace) {
        rare.putAll(states.reached());
        hash = new Hash(trace.hash());
        return this;
    }

    void add(Counts more) {
        counterHours += more.counterHours;
        events += more.events;
        sales += more.sales;
        records += more.records;
        cases += more.cases;
        locksLifted += more.locksLifted;
        more.faults.forEach((fault, count) -> faults.merge(fault, count, Long::sum));
        more.rare.forEach((state, count) -> rare.merge(state, count, Long::sum));
        more.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        hash = new Hash(Sha256.of(hash.bytes(), more.hash.bytes()));
    }

    long counterHours() {
        return counterHours;
    }

    long events() {
        return events;
    }

    long sales() {
        return sales;
    }

    /** What the journals hold. */
    long records() {
        return records;
    }

    long cases() {
        return cases;
    }

    /** How often a technician lifted a cold-chain lock. */
    long locksLifted() {
        return locksLifted;
    }

    Map<Fault, Long> faults() {
        return faults;
    }

    /** How often each rare state was reached. */
    Map<RareState, Long> rare() {
        return rare;
    }

    Map<SaleOutcome, Long> outcomes() {
        return outcomes;
    }

    Hash hash() {
        return hash;
    }
}
