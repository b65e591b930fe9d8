package org.assistcounter.simulation;

import java.util.List;
import java.util.function.Supplier;
import org.assistcounter.counter.desired.Desired;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.jspecify.annotations.Nullable;

/**
 * What a start reads of the disk. The journal is read by the shipped fold, whole, or the fold goes
 * on from where an earlier start has left it: of records that do not change it comes to the same
 * each time. A card whose bytes have changed is read whole. It is not believed otherwise: every so
 * many starts, and at the end, the whole journal is read again and must come to the very same.
 */
final class Recovery {
    private final MemoryJournalStore store;
    private final ChainHead genesis;
    private final Recovered.Signed keys;
    private final Supplier<ShelfRelease> release;
    private final long wholeEvery;
    private @Nullable Recovered known;
    private long starts;

    /**
     * @param wholeEvery after how many starts the whole journal is read
     */
    Recovery(
            MemoryJournalStore store,
            ChainHead genesis,
            Recovered.Signed keys,
            Supplier<ShelfRelease> release,
            long wholeEvery) {
        this.store = store;
        this.genesis = genesis;
        this.keys = keys;
        this.release = release;
        this.wholeEvery = wholeEvery;
    }

    /** The whole journal at each start. */
    static Recovery whole(MemoryJournalStore store, CardKeys keys, Supplier<ShelfRelease> release) {
        return new Recovery(store, keys.beginning(), keys, release, 1);
    }

    /** What a starting agent finds. */
    Recovered start() {
        boolean isWhole = starts++ % wholeEvery == 0 || store.isRotten();
        Recovered before = known;
        if (before == null || isWhole) {
            return keep(checked(whole()));
        }
        return keep(remembered(before));
    }

    /** By the same fold, over records that are still in memory as they were written. */
    private Recovered remembered(Recovered before) {
        Recovered now = shownOn(before);
        for (JournalRecord record : store.after(before.head().seq())) {
            now = now.after(record, SimulatedFleet.fact(record));
        }
        return now;
    }

    /** The same with the facts that it has written. */
    Recovered onward(Recovered before) {
        return keep(before.onward(store, keys));
    }

    /** Whether what was read in pieces is what is there. */
    void check() {
        checked(whole());
    }

    private Recovered checked(Recovered whole) {
        Recovered before = known;
        Violation.unless(
                before == null || remembered(before).equals(whole),
                "a journal read in pieces comes to something else than read whole");
        return whole;
    }

    private Recovered keep(Recovered found) {
        known = found;
        return found;
    }

    private Recovered whole() {
        return Recovered.read(store, genesis, Shelf.empty(release.get()), keys);
    }

    /** The same goods under the prices of now. */
    private Recovered shownOn(Recovered before) {
        ShelfRelease now = release.get();
        Shelf shelf = before.shelf();
        if (shelf.card().equals(now)) {
            return before;
        }
        Shelf next = Shelf.empty(now);
        boolean isLoaded = before.head().seq() > 0;
        for (ShelfSlot slot : isLoaded ? now.slots() : List.<ShelfSlot>of()) {
            next =
                    next.after(
                            new Fact.StockCounted(
                                    slot.slot(),
                                    slot.product(),
                                    slot.lot().number(),
                                    shelf.stock(slot.slot())));
        }
        for (int slot : shelf.slotsOff()) {
            next = next.after(new Fact.SlotSwitched(slot, false, ""));
        }
        for (int compartment : shelf.lockedCompartments()) {
            next = next.after(new Fact.ColdChainSwitched(compartment, true, ""));
        }
        return new Recovered(
                before.head(),
                wanted(next, shelf.desired()),
                before.openSale(),
                before.nextCommand(),
                before.cold(),
                before.service());
    }

    private static Shelf wanted(Shelf shelf, Desired desired) {
        Shelf next = shelf;
        SignedState inForce = desired.inForce();
        if (inForce != null) {
            next = next.after(new Fact.DesiredStaged(inForce));
            next = next.after(new Fact.DesiredApplied(inForce.revision()));
        }
        SignedState staged = desired.staged();
        if (staged != null) {
            next = next.after(new Fact.DesiredStaged(staged));
        }
        Desired.Refused refused = desired.refused();
        return refused == null
                ? next
                : next.after(new Fact.DesiredRefused(refused.revision(), refused.reason()));
    }
}
