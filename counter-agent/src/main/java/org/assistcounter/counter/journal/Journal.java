package org.assistcounter.counter.journal;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Signer;
import org.jspecify.annotations.Nullable;

/**
 * Seals facts into records and appends them. Owned by the core thread. The fleet's newest
 * checkpoint is embedded beside the next ordinary facts; it never asks for a record of its own.
 */
public final class Journal {
    private final JournalStore store;
    private final Signer signer;
    private final WallClock clock;
    private ChainHead head;
    private @Nullable String checkpoint;

    public Journal(JournalStore store, Signer signer, WallClock clock, ChainHead head) {
        this.store = store;
        this.signer = signer;
        this.clock = clock;
        this.head = head;
    }

    public ChainHead head() {
        return head;
    }

    /** The journal goes on with another key, which is the signer's. */
    public void inEpoch(long epoch) {
        head = head.inEpoch(epoch);
    }

    /** A newly started agent goes on. */
    public void nextBoot() {
        head = head.nextBoot();
    }

    /** To be embedded with the next facts. */
    public void remember(String checkpointNote) {
        checkpoint = checkpointNote;
    }

    /** On disk when it returns. */
    public void append(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<JournalRecord> records = new ArrayList<>();
        ChainHead next = head;
        for (Fact fact : withCheckpoint(facts)) {
            JournalRecord record = JournalRecord.seal(next, fact, clock.read(), signer);
            requireReadable(record);
            records.add(record);
            next = next.after(record);
        }
        store.append(records);
        head = next;
        checkpoint = null;
    }

    /** To be called while nobody waits. */
    public void tidy() {
        store.tidy();
    }

    /** What is written stays for good, and no agent starts on a journal it cannot read. */
    private static void requireReadable(JournalRecord record) {
        try {
            record.fact();
        } catch (MalformedCborException e) {
            throw new IllegalStateException("a fact that could not be read back", e);
        }
    }

    private List<Fact> withCheckpoint(List<Fact> facts) {
        if (checkpoint == null) {
            return facts;
        }
        List<Fact> all = new ArrayList<>(facts);
        all.add(new Fact.CheckpointSeen(checkpoint));
        return all;
    }
}
