package org.assistcounter.counter;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/** The shelf of {@link Goods} with yoghurt and apples in a cooled compartment. */
public final class ChilledGoods {
    public static final int COMPARTMENT = 1;
    public static final int YOGHURT = 31;
    public static final int COOL_APPLE = 32;

    /** Needs cooling and lies where nothing is cooled. */
    public static final int WARM_YOGHURT = 33;

    private ChilledGoods() {}

    public static ShelfRelease release() {
        ShelfRelease plain = Goods.release();
        Product apple = plain.products().getFirst();
        Product yoghurt =
                new Product(
                        "yoghurt",
                        new Bilingual("酸奶", "Yoghurt"),
                        "dairy",
                        apple.county(),
                        new Product.Packing(200, 30, true),
                        apple.story(),
                        apple.supplier(),
                        "yoghurt.svg");
        List<Product> products = new ArrayList<>(plain.products());
        products.add(yoghurt);
        List<ShelfSlot> slots = new ArrayList<>(plain.slots());
        slots.add(slot(plain, YOGHURT, "yoghurt", COMPARTMENT));
        slots.add(slot(plain, COOL_APPLE, "apple", COMPARTMENT));
        slots.add(slot(plain, WARM_YOGHURT, "yoghurt", 0));
        return new ShelfRelease(8, "CNY", products, slots);
    }

    public static Shelf shelf() {
        Shelf shelf = Shelf.empty(release());
        for (Fact fact : loading()) {
            shelf = shelf.after(fact);
        }
        return shelf;
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

    private static ShelfSlot slot(ShelfRelease plain, int number, String product, int compartment) {
        return new ShelfSlot(
                number,
                new ShelfSlot.Place(number / 10, number % 10, compartment),
                product,
                990,
                Goods.LOADED,
                Goods.LOADED,
                plain.slots().getFirst().lot());
    }
}
