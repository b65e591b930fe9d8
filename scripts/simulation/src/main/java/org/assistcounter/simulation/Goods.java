package org.assistcounter.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private static final int FIRST_COOLED_ROW = 5;

    /** The cooled one. */
    static final int COMPARTMENT = 1;

    private Goods() {}

    static ShelfRelease release() {
        List<Product> products = new ArrayList<>();
        List<ShelfSlot> slots = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            for (int column = 1; column <= COLUMNS; column++) {
                int number = row * 10 + column;
                products.add(product("good-" + number, row >= FIRST_COOLED_ROW));
                slots.add(slot(number, row, column));
            }
        }
        return new ShelfRelease(1, "CNY", products, slots);
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

    private static ShelfSlot slot(int number, int row, int column) {
        return new ShelfSlot(
                number,
                new ShelfSlot.Place(row, column, row >= FIRST_COOLED_ROW ? COMPARTMENT : 0),
                "good-" + number,
                500 + number * 10L,
                LOADED,
                LOADED,
                new Lot("L" + number, LocalDate.of(2026, 10, 1), LocalDate.of(2027, 4, 1)));
    }
}
