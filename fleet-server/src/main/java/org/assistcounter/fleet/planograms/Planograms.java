package org.assistcounter.fleet.planograms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.protocol.shelf.Lot;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.springframework.stereotype.Service;

/**
 * The first release for a new counter of the standard spiral cabinet: every good of the catalogue
 * once, then from the beginning again until the slots are full.
 */
@Service
public class Planograms {
    /** How many fit into a slot of the standard cabinet. */
    public static final int CAPACITY = 8;

    private static final int ROWS = 7;
    private static final int COLUMNS = 4;

    /** Goods that need cooling lie in the one cooled compartment. */
    private static final int COOLED_COMPARTMENT = 1;

    private static final String CURRENCY = "CNY";

    /** Lots are taken to have been packed a tenth of their shelf life ago. */
    private static final int AGE_DIVISOR = 10;

    private final Catalogue catalogue;
    private final Clock clock;

    Planograms(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The complete release. */
    public ShelfRelease first() {
        List<Catalogue.Good> goods = catalogue.goods();
        LocalDate today = BusinessZone.day(clock.instant());
        List<ShelfSlot> slots = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            for (int column = 1; column <= COLUMNS; column++) {
                Catalogue.Good good = goods.get(slots.size() % goods.size());
                slots.add(slot(row, column, good, today));
            }
        }
        return new ShelfRelease(
                1, CURRENCY, goods.stream().map(Catalogue.Good::product).toList(), slots);
    }

    private static ShelfSlot slot(int row, int column, Catalogue.Good good, LocalDate today) {
        Product product = good.product();
        int shelfLife = product.packing().shelfLifeDays();
        LocalDate packed = today.minusDays(Math.max(1, shelfLife / AGE_DIVISOR));
        Lot lot =
                new Lot(
                        "L%s-%02d".formatted(packed, row * 10 + column),
                        packed,
                        packed.plusDays(shelfLife));
        return new ShelfSlot(
                row * 10 + column,
                new ShelfSlot.Place(
                        row, column, product.packing().chilled() ? COOLED_COMPARTMENT : 0),
                product.code(),
                good.priceMinor(),
                CAPACITY,
                CAPACITY,
                lot);
    }
}
