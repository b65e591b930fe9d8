package org.assistcounter.counter.journal;

import java.util.List;
import org.assistcounter.counter.climate.ColdMemory;
import org.assistcounter.counter.sale.OpenSale;
import org.assistcounter.counter.service.ServiceMemory;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.jspecify.annotations.Nullable;

/**
 * What a journal tells a starting agent: where the chain stands, the shelf, and the sale left open.
 *
 * @param head where to go on
 * @param nextCommand the number of the next motor command
 * @param cold how the cooled compartments stood
 * @param service wrong codes, and what waits for a technician
 */
public record Recovered(
        ChainHead head,
        Shelf shelf,
        @Nullable OpenSale openSale,
        long nextCommand,
        ColdMemory cold,
        ServiceMemory service) {

    private static final int READ_AT_ONCE = 500;

    /** Reads the whole journal and checks its chain; a broken one is {@link JournalDamaged}. */
    public static Recovered read(JournalStore store, ChainHead genesis, Shelf shelf, Signed by) {
        Fold fold =
                new Fold(
                        new Recovered(
                                genesis,
                                shelf,
                                null,
                                1,
                                ColdMemory.NOTHING,
                                ServiceMemory.NOTHING));
        store.forEach(fold::accept);
        return fold.signed(by);
    }

    /** The same with what was appended since this was read: older records are not read again. */
    public Recovered onward(JournalStore store, Signed by) {
        Fold fold = new Fold(this);
        long from = head.seq() + 1;
        List<byte[]> more = store.read(from, READ_AT_ONCE);
        while (!more.isEmpty()) {
            more.forEach(fold::accept);
            from += more.size();
            more = store.read(from, READ_AT_ONCE);
        }
        return fold.signed(by);
    }

    /** Whose signature the newest record must bear. */
    public interface Signed {
        byte[] publicKey();

        /** The signature scheme. */
        default SignatureCheck check() {
            return Ed25519::holds;
        }

        /** Whether what the newest record says, and so all before it, is this counter's. */
        default boolean vouchesFor(JournalRecord newest) {
            return newest.signedBy(publicKey(), check());
        }
    }

    private static final class Fold {
        private Recovered state;
        private @Nullable JournalRecord newest;

        Fold(Recovered state) {
            this.state = state;
        }

        /** The newest one's signature holds for all before it. */
        Recovered signed(Signed by) {
            JournalRecord last = newest;
            if (last != null && !by.vouchesFor(last)) {
                throw new JournalDamaged("the newest record is not signed by this counter");
            }
            return state;
        }

        void accept(byte[] bytes) {
            try {
                JournalRecord record = JournalRecord.read(bytes);
                long seq = record.header().seq();
                boolean follows =
                        seq == state.head.seq() + 1
                                && record.header().previous().equals(state.head.hash());
                if (!follows) {
                    throw new JournalDamaged("record " + seq + " does not follow the one before");
                }
                state = state.after(record, record.fact());
                newest = record;
            } catch (MalformedRecordException | MalformedCborException e) {
                throw new JournalDamaged(
                        "the record after " + state.head.seq() + " cannot be read", e);
            }
        }
    }

    /** The same with one more record, of which is known that it follows and says this. */
    public Recovered after(JournalRecord record, Fact fact) {
        long command =
                fact instanceof Fact.DispenseCommanded commanded
                        ? commanded.command() + 1
                        : nextCommand;
        return new Recovered(
                head.after(record),
                shelf.after(fact),
                OpenSale.after(openSale, fact),
                command,
                cold.after(fact, record.header().clock()),
                service.after(fact, record.header().clock()));
    }
}
