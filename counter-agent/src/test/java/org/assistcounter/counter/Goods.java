package org.assistcounter.counter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.County;
import org.assistcounter.protocol.shelf.Lot;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/** A small shelf for tests: four slots that sell, one expired, one empty. */
public final class Goods {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final int APPLE = 11;
    public static final int JUJUBE = 12;
    public static final int HONEY = 13;

    /** Its price is no multiple of ten fen. */
    public static final int WALNUT = 14;

    public static final int EXPIRED = 21;
    public static final int EMPTY = 22;
    public static final int NOWHERE = 99;
    public static final long APPLE_PRICE = 1_280;
    public static final long WALNUT_PRICE = 1_285;
    public static final int LOADED = 8;

    private static final LocalDate PACKED = LocalDate.of(2026, 10, 1);
    private static final LocalDate GOOD_FOR_LONG = LocalDate.of(2027, 3, 1);

    private Goods() {}

    public static ShelfRelease release() {
        return new ShelfRelease(
                7,
                "CNY",
                List.of(product("apple"), product("walnut")),
                List.of(
                        slot(APPLE, "apple", APPLE_PRICE, LOADED, GOOD_FOR_LONG),
                        slot(JUJUBE, "apple", 990, LOADED, GOOD_FOR_LONG),
                        slot(HONEY, "walnut", 4_500, LOADED, GOOD_FOR_LONG),
                        slot(WALNUT, "walnut", WALNUT_PRICE, LOADED, GOOD_FOR_LONG),
                        slot(EXPIRED, "apple", 800, LOADED, TODAY.minusDays(1)),
                        slot(EMPTY, "apple", 800, 0, GOOD_FOR_LONG)));
    }

    /** What a first start writes about the release. */
    public static List<Fact> loading() {
        List<Fact> facts = new ArrayList<>();
        for (ShelfSlot slot : release().slots()) {
            facts.add(
                    new Fact.StockCounted(
                            slot.slot(), slot.product(), slot.lot().number(), slot.loaded()));
        }
        return facts;
    }

    public static Shelf shelf() {
        Shelf shelf = Shelf.empty(release());
        for (Fact fact : loading()) {
            shelf = shelf.after(fact);
        }
        return shelf;
    }

    private static Product product(String code) {
        return new Product(
                code,
                new Bilingual("名 " + code, "Name of " + code),
                "fruit",
                new County("610629", "洛川县", "Luochuan"),
                new Product.Packing(500, 120),
                new Bilingual("故事", "A story"),
                new Bilingual("供应商", "A supplier"),
                code + ".svg");
    }

    private static ShelfSlot slot(
            int number, String product, long price, int loaded, LocalDate bestBefore) {
        return new ShelfSlot(
                number,
                new ShelfSlot.Place(number / 10, number % 10),
                product,
                price,
                LOADED,
                loaded,
                new Lot("lot-" + number, PACKED, bestBefore));
    }
}
