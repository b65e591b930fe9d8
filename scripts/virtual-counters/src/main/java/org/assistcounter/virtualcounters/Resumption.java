package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.desired.Desired;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.jspecify.annotations.Nullable;

/**
 * What a journal on disk tells a counter that starts again: where the chain stands, what was sold,
 * and the sale that was left open.
 */
final class Resumption {
    private final Takings takings = new Takings();
    private final List<Fact.OfSale> open = new ArrayList<>();
    private ChainHead head;
    private Desired desired = Desired.NONE;
    private long nextCommand = 1;
    private long atMillis;

    private Resumption(ChainHead genesis) {
        this.head = genesis;
    }

    /** Reads all of it; a chain that is broken is an error. */
    static Resumption read(JournalStore store, ChainHead genesis) {
        Resumption resumption = new Resumption(genesis);
        store.forEach(resumption::accept);
        return resumption;
    }

    private void accept(byte[] bytes) {
        try {
            JournalRecord record = JournalRecord.read(bytes);
            if (!record.header().previous().equals(head.hash())) {
                throw new LoadFailed("record " + record.header().seq() + " follows no other");
            }
            head = head.after(record);
            atMillis = record.header().clock().monotonicMillis();
            accept(record.fact());
        } catch (MalformedRecordException | MalformedCborException e) {
            throw new LoadFailed("the record after " + head.seq() + " cannot be read", e);
        }
    }

    private void accept(Fact fact) {
        takings.add(fact);
        desired = desired.after(fact);
        if (fact instanceof Fact.DispenseCommanded commanded) {
            nextCommand = commanded.command() + 1;
        }
        if (fact instanceof Fact.SaleClosed) {
            open.clear();
        } else if (fact instanceof Fact.OfSale ofSale) {
            open.add(ofSale);
        }
    }

    ChainHead head() {
        return head;
    }

    Takings takings() {
        return takings;
    }

    Desired desired() {
        return desired;
    }

    long nextCommand() {
        return nextCommand;
    }

    /** When the newest record was written, in the counter's own time. */
    long atMillis() {
        return atMillis;
    }

    /** Ends the sale that was left open, as a start does; nothing when there is none. */
    List<Fact> ending() {
        CardSale sale = openSale();
        return sale == null ? List.of() : sale.interrupted();
    }

    private @Nullable CardSale openSale() {
        if (open.isEmpty() || !(open.getFirst() instanceof Fact.SaleOpened opened)) {
            return null;
        }
        CardSale sale = new CardSale(opened.sale(), opened.lines());
        sale.opened();
        open.forEach(fact -> follow(sale, fact));
        return sale;
    }

    /** Facts of one deed are on disk together, so that these tell how far it had come. */
    private static void follow(CardSale sale, Fact.OfSale fact) {
        if (fact instanceof Fact.DispenseCommanded commanded) {
            sale.paid("", commanded.command());
        } else if (fact instanceof Fact.DispenseResolved resolved) {
            sale.turned(resolved.verdict());
        }
    }
}
