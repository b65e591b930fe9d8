package org.assistcounter.virtualcounters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Sha256;

/**
 * Puts counters into operation: the first of them with their journal on disk, the others in memory.
 *
 * @param folder of the journals on disk
 */
record Commissioning(FleetKeys fleet, Options.Crowd crowd, Demand demand, Path folder) {
    private static final int NONCE_BYTES = 16;

    /** Runs on the counter's loop. */
    VirtualCounter commission(Card card, CounterLoop loop) {
        boolean isOnDisk = card.number() < crowd.onDisk();
        JournalStore store =
                isOnDisk
                        ? SqliteJournalStore.open(folder.resolve(card.id().hex() + ".db"))
                        : new MemoryJournalStore();
        Selling selling = new Selling(crowd.seed(), card.number(), demand);
        ChainHead genesis = ChainHead.genesis(card.id(), card.certificate());
        VirtualCounter counter =
                new VirtualCounter(
                        card, loop, fleet, store, new Begun(card.journalKey(), genesis, selling));
        counter.begins(firstFacts(card, selling));
        loop.add(counter);
        return counter;
    }

    private List<Fact> firstFacts(Card card, Selling selling) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SplittableRandom(crowd.seed() + card.number()).nextBytes(nonce);
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact.Commissioned(
                        "V-" + card.number(),
                        new Hash(Sha256.of(card.certificate())),
                        FleetKeys.AGENT));
        facts.add(new Fact.Booted(HexFormat.of().formatHex(nonce), FleetKeys.AGENT, true));
        facts.addAll(selling.loaded());
        return facts;
    }
}
