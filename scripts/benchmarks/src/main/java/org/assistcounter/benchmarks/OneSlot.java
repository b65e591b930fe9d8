package org.assistcounter.benchmarks;

import java.time.LocalDate;
import java.util.List;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.County;
import org.assistcounter.protocol.shelf.Lot;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.protocol.signing.Ed25519;

/** A counter with one deep slot. */
final class OneSlot {
    static final int SLOT = 11;
    static final int LOADED = 50_000;
    static final long PRICE = 1_280;

    private static final CounterId COUNTER = new CounterId("0".repeat(32));

    private OneSlot() {}

    static Journal journal(JournalStore store) {
        return new Journal(
                store,
                new Ed25519(new byte[Ed25519.KEY_LENGTH]),
                () ->
                        new ClockReading(
                                System.nanoTime() / 1_000_000,
                                System.currentTimeMillis(),
                                ClockReading.ClockQuality.NETWORK,
                                0),
                ChainHead.genesis(COUNTER, new byte[0]));
    }

    static List<Fact> loading() {
        return List.of(new Fact.StockCounted(SLOT, "apple", "lot-1", LOADED));
    }

    static Shelf shelf() {
        Shelf shelf = Shelf.empty(release(LocalDate.EPOCH));
        for (Fact fact : loading()) {
            shelf = shelf.after(fact);
        }
        return shelf;
    }

    /** Good for ninety days. */
    static ShelfRelease release(LocalDate harvested) {
        Bilingual words = new Bilingual("苹果", "Apple");
        Product apple =
                new Product(
                        "apple",
                        words,
                        "fruit",
                        new County("610629", "洛川县", "Luochuan"),
                        new Product.Packing(500, 90),
                        words,
                        words,
                        "apple.svg");
        Lot lot = new Lot("lot-1", harvested, harvested.plusDays(90));
        ShelfSlot slot =
                new ShelfSlot(SLOT, new ShelfSlot.Place(1, 1), "apple", PRICE, LOADED, LOADED, lot);
        return new ShelfRelease(1, "CNY", List.of(apple), List.of(slot));
    }
}
