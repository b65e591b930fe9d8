package org.assistcounter.simulation;

import java.util.List;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.simulation.Surroundings.Keys;
import org.jspecify.annotations.Nullable;

/**
 * What a card was given beside its journal.
 *
 * @param beginning what the first record on it follows
 * @param base where the journal goes on with these keys; null where they are the first
 */
record CardKeys(Keys keys, ChainHead beginning, @Nullable Base base) implements Recovered.Signed {

    /**
     * Where a journal goes on with another key.
     *
     * @param epoch that of the key
     * @param head the newest record that the fleet had
     * @param note the fleet's signed checkpoint of it
     */
    record Base(long epoch, ChainHead head, String note) {}

    /** The same card with other keys. */
    CardKeys renewed(Keys next, Base at) {
        return new CardKeys(next, beginning, at);
    }

    /** Another card, with nothing written on it. */
    static CardKeys replacing(Keys next, Base at) {
        return new CardKeys(next, at.head(), at);
    }

    /** The epoch that is to be begun now; null in the middle of one. */
    @Nullable Base toBegin(ChainHead head) {
        Base next = base;
        if (next == null || head.epoch() >= next.epoch()) {
            return null;
        }
        Violation.unless(
                head.hash().equals(next.head().hash()),
                "a card does not end where the fleet has it go on");
        return next;
    }

    /** The boot or epoch of a start, and what it says of that before anything else. */
    static List<Fact> begun(Surroundings around, Journal journal) {
        Base base = around.toBegin(journal.head());
        if (base == null) {
            journal.nextBoot();
            return List.of();
        }
        journal.inEpoch(base.epoch());
        return List.of(new Fact.EpochBegun(base.note(), base.head().hash(), "simulated"));
    }

    @Override
    public byte[] publicKey() {
        return keys.publicKey();
    }

    @Override
    public SignatureCheck check() {
        return keys.check();
    }

    @Override
    public boolean vouchesFor(JournalRecord newest) {
        Base at = base;
        return (at != null && newest.hash().equals(at.head().hash()))
                || newest.signedBy(publicKey(), check());
    }
}
