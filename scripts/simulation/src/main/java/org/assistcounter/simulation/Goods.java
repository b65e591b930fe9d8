package org.assistcounter.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.County;
import org.assistcounter.protocol.shelf.Lot;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/** A shelf that lasts for a day of simulated shoppers. */
final class Goods {
    private static final int ROWS = 6;
    private static final int COLUMNS = 5;
    private static final int LOADED = 40;
    private static final long PRICES = 7;
    private static final int FIRST_COOLED_ROW = 5;

    /** The cooled one. */
    static final int COMPARTMENT = 1;

    private static final Map<Long, ShelfRelease> RELEASES = new ConcurrentHashMap<>();

    private Goods() {}

    /** The shelf of this revision: the same goods, at other prices. */
    static ShelfRelease release(long revision) {
        return RELEASES.computeIfAbsent(revision, Goods::made);
    }

    private static ShelfRelease made(long revision) {
        List<Product> products = new ArrayList<>();
        List<ShelfSlot> slots = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            for (int column = 1; column <= COLUMNS; column++) {
                int number = row * 10 + column;
                products.add(product("good-" + number, row >= FIRST_COOLED_ROW));
                slots.add(slot(number, row, column, 500 + number * 10L + revision % PRICES * 30));
            }
        }
        return new ShelfRelease(revision, "CNY", products, slots);
    }

    /** The number of any slot. */
    static int slotNumber(SplittableRandom random) {
        return 10 * (1 + random.nextInt(ROWS)) + 1 + random.nextInt(COLUMNS);
    }

    private static Product product(String code, boolean chilled) {
        Bilingual words = new Bilingual(code, code);
        return new Product(
                code,
                words,
                "fruit",
                new County("610528", "富平县", "Fuping"),
                new Product.Packing(250, 180, chilled),
                words,
                words,
                code + ".svg");
    }

    private static ShelfSlot slot(int number, int row, int column, long priceMinor) {
        return new ShelfSlot(
                number,
                new ShelfSlot.Place(row, column, row >= FIRST_COOLED_ROW ? COMPARTMENT : 0),
                "good-" + number,
                priceMinor,
                LOADED,
                LOADED,
                new Lot("L" + number, LocalDate.of(2026, 10, 1), LocalDate.of(2027, 4, 1)));
    }
}
