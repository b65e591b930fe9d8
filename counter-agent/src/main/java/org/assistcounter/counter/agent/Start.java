package org.assistcounter.counter.agent;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.protocol.signing.Sha256;
import org.jspecify.annotations.Nullable;

/** The start of an agent: reads the journal back and writes that it has started. */
record Start(Identity identity, JournalStore store, Clocks clocks, SecureRandom random) {
    private static final int NONCE_BYTES = 16;

    /** What the journal tells, as it is on disk now. */
    Recovered recover() {
        return Recovered.read(
                store,
                KeyHistory.of(identity).beginning(identity.counter()),
                Shelf.empty(identity.shelf()),
                signed());
    }

    /** The same with the facts that were written since. */
    Recovered recover(Recovered before) {
        return before.onward(store, signed());
    }

    /** Of the record that another key signed last, the fleet has signed a checkpoint. */
    private Recovered.Signed signed() {
        JournalBase base = JournalBase.of(identity);
        return new Recovered.Signed() {
            @Override
            public byte[] publicKey() {
                return identity.journalKey().publicKey();
            }

            @Override
            public boolean vouchesFor(JournalRecord newest) {
                boolean isBase = base != null && newest.hash().equals(base.head().hash());
                return isBase || Recovered.Signed.super.vouchesFor(newest);
            }
        };
    }

    /** The epoch that is to be begun now; null in the middle of one. */
    private @Nullable JournalBase toBegin(ChainHead head) {
        JournalBase base = JournalBase.of(identity);
        if (base == null || head.epoch() >= base.epoch()) {
            return null;
        }
        if (!head.hash().equals(base.head().hash())) {
            throw new JournalDamaged("the journal does not end where the fleet has it go on");
        }
        return base;
    }

    /**
     * The first record of a life, and at the very first start what was loaded. A new key says that
     * first; what lies in the slots of another card is for the technician beside it to count.
     */
    void writeFirstFacts(Journal journal, Recovered recovered) {
        boolean isNew = recovered.head().seq() == 0;
        JournalBase base = toBegin(recovered.head());
        List<Fact> facts = new ArrayList<>();
        Hash certificateHash = new Hash(Sha256.of(Tls.encoded(identity.text("certificate"))));
        if (base == null) {
            journal.nextBoot();
        } else {
            journal.inEpoch(base.epoch());
            facts.add(new Fact.EpochBegun(base.note(), certificateHash, CounterAgent.VERSION));
        }
        if (isNew) {
            facts.add(
                    new Fact.Commissioned(identity.label(), certificateHash, CounterAgent.VERSION));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        facts.add(
                new Fact.Booted(
                        HexFormat.of().formatHex(nonce),
                        CounterAgent.VERSION,
                        recovered.openSale() == null));
        if (isNew) {
            loaded(identity.shelf(), facts);
        }
        journal.append(facts);
    }

    private static void loaded(ShelfRelease release, List<Fact> facts) {
        for (ShelfSlot slot : release.slots()) {
            facts.add(
                    new Fact.StockCounted(
                            slot.slot(), slot.product(), slot.lot().number(), slot.loaded()));
        }
    }
}
