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
 * @param onDisk so many
 * @param folder of the journals on disk
 */
record Commissioning(FleetKeys fleet, int onDisk, long seed, Demand demand, Path folder) {
    private static final int NONCE_BYTES = 16;

    /** Runs on the counter's loop. A journal that is there already is gone on with. */
    VirtualCounter commission(Card card, CounterLoop loop) {
        boolean isOnDisk = card.number() < onDisk;
        JournalStore store =
                isOnDisk
                        ? SqliteJournalStore.open(folder.resolve(card.id().hex() + ".db"))
                        : new MemoryJournalStore();
        VirtualCounter counter = commission(card, loop, store, loop.tally());
        loop.add(counter);
        return counter;
    }

    /** The same over this journal; it is not among the loop's good ones. */
    VirtualCounter commission(Card card, CounterLoop loop, JournalStore store, Tally tally) {
        Selling selling = new Selling(seed, card.number(), card.stamp(), demand);
        ChainHead genesis = ChainHead.genesis(card.id(), card.certificate());
        Resumption before = Resumption.read(store, genesis);
        VirtualCounter counter =
                new VirtualCounter(
                        card,
                        loop,
                        fleet,
                        store,
                        new Begun(
                                card.journalKey(),
                                before.head(),
                                before.desired(),
                                selling,
                                tally));
        tally.takings().add(before.takings());
        counter.begins(
                before.head().seq() == 0
                        ? firstFacts(card, selling)
                        : factsOfAnotherStart(card, selling, before));
        return counter;
    }

    /** It goes on with other sales than it would have made: those of its next start. */
    private List<Fact> factsOfAnotherStart(Card card, Selling selling, Resumption before) {
        selling.continued(before.head().boot(), before.nextCommand());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Booted(nonce(card, before.head().boot()), FleetKeys.AGENT, false));
        facts.addAll(before.ending());
        return facts;
    }

    private List<Fact> firstFacts(Card card, Selling selling) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact.Commissioned(
                        "V-" + card.number(),
                        new Hash(Sha256.of(card.certificate())),
                        FleetKeys.AGENT));
        facts.add(new Fact.Booted(nonce(card, 0), FleetKeys.AGENT, true));
        facts.addAll(selling.loaded());
        return facts;
    }

    private String nonce(Card card, long boot) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SplittableRandom(seed + card.number() * 31L + (boot << 32)).nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
