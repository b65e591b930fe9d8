package org.assistcounter.counter.agent;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.protocol.signing.Sha256;

/** The start of an agent: reads the journal back and writes that it has started. */
record Start(Identity identity, JournalStore store, Clocks clocks, SecureRandom random) {
    private static final int NONCE_BYTES = 16;

    /** What the journal tells, as it is on disk now. */
    Recovered recover() {
        JournalBase base = JournalBase.of(identity);
        return Recovered.read(
                store,
                base == null ? ChainHead.genesis(identity.counter(), certificate()) : base.head(),
                Shelf.empty(identity.shelf()),
                identity.journalKey()::publicKey);
    }

    /** The same with the facts that were written since. */
    Recovered recover(Recovered before) {
        return before.onward(store, identity.journalKey()::publicKey);
    }

    /**
     * The first record of a life, and at the very first start what was loaded. A card that goes on
     * for another says that first; what lies in its slots is for the technician beside it to count.
     */
    void writeFirstFacts(Journal journal, Recovered recovered) {
        boolean isNew = recovered.head().seq() == 0;
        JournalBase base = store.newestSeq() == 0 ? JournalBase.of(identity) : null;
        List<Fact> facts = new ArrayList<>();
        Hash certificateHash = new Hash(Sha256.of(certificate()));
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

    private byte[] certificate() {
        try {
            return Tls.certificate(identity.text("certificate")).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new SettingsException("the counter's certificate cannot be read", e);
        }
    }
}
