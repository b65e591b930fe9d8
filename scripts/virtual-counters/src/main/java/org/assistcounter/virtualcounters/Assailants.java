package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Sha256;

/** Gives cards to those that mean harm: each kind in turn. */
final class Assailants {
    private static final String NONCE = "0".repeat(32);
    private static final ClockReading CLOCK =
            new ClockReading(1, System.currentTimeMillis(), ClockReading.ClockQuality.FLEET, 20);

    private Assailants() {}

    /**
     * Runs on the loop. The batch that is replayed is a true one: it counts, once.
     *
     * @param victim whose name may be taken in vain
     */
    static void arm(Card card, CounterLoop loop, Card victim, Demand demand, long seed) {
        Hostile.Kind[] kinds = Hostile.Kind.values();
        Hostile.Kind kind = kinds[card.number() % kinds.length];
        List<Fact> facts = facts(card, new Selling(seed, card.number(), card.stamp(), demand));
        MemoryJournalStore store = new MemoryJournalStore();
        ChainHead genesis = ChainHead.genesis(card.id(), card.certificate());
        Journal journal = new Journal(store, card.journalKey(), () -> CLOCK, genesis);
        journal.nextBoot();
        journal.append(facts);
        if (kind == Hostile.Kind.REPLAY) {
            facts.forEach(loop.takings()::add);
        }
        byte[] batch = Hostile.batch(store.read(1, facts.size()));
        Hostile hostile = new Hostile(card, loop, kind, victim, batch);
        loop.add(hostile);
        hostile.connects();
    }

    private static List<Fact> facts(Card card, Selling selling) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact.Commissioned(
                        "H-" + card.number(),
                        new Hash(Sha256.of(card.certificate())),
                        FleetKeys.AGENT));
        facts.add(new Fact.Booted(NONCE, FleetKeys.AGENT, true));
        facts.addAll(selling.loaded());
        Deed deed = selling.next();
        while (deed != null) {
            facts.addAll(deed.facts());
            boolean isClosed = deed.facts().getLast() instanceof Fact.SaleClosed;
            deed = isClosed ? null : selling.next();
        }
        return facts;
    }
}
