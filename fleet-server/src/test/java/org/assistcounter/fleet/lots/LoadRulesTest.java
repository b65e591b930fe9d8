package org.assistcounter.fleet.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.catalogue.SupplierKind;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which lot may be brought to where it is sold, and which way goods may go. */
class LoadRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Lot.Certificate PROMISE =
            new Lot.Certificate("C-1", "a household", "029-1", DAY.minusDays(9));

    @Test
    void letsALotThatHasEverythingBeLoaded() {
        assertThat(forbidden(product(true, false), lot(PROMISE), DAY.plusDays(9), false)).isEmpty();
        assertThat(forbidden(product(false, false), lot(null), DAY.plusDays(9), false)).isEmpty();
    }

    @Test
    void asksForThePromiseOfPrimaryProduceOnly() {
        assertThat(forbidden(product(true, false), lot(null), DAY.plusDays(9), false))
                .containsExactly("no-certificate");
    }

    @Test
    void tellsAllThatForbidsIt() {
        assertThat(forbidden(product(true, true), lot(null), DAY.minusDays(1), true))
                .containsExactly(
                        "excluded", "inspection-failed", "licence-ended", "no-certificate");
    }

    @Test
    void countsTheLastDayOfEverything() {
        Lot lot = lot(PROMISE);
        LocalDate last = lot.days().bestBefore();
        var product = product(true, false);
        var term = product.recognised().term();

        assertThat(LoadRules.forbid(known(product, lot, last, false), last))
                .containsExactly("not-recognised");
        assertThat(LoadRules.forbid(known(product, lot, last, false), last.plusDays(1)))
                .contains("past-best-before", "licence-ended");
        LocalDate until = term == null ? DAY : term.until();
        assertThat(LoadRules.forbid(known(product, lot, last, false), until)).isEmpty();
    }

    @Test
    void refusesDaysThatCannotBe() {
        var product = product(true, false);
        assertThat(wrong(product, DAY, DAY.minusDays(1), DAY.plusDays(5)))
                .containsExactly("packed-before-harvest");
        assertThat(wrong(product, DAY.plusDays(1), DAY.plusDays(1), DAY.plusDays(5)))
                .containsExactly("harvest-to-come");
        assertThat(wrong(product, DAY.minusDays(9), DAY, DAY.minusDays(1)))
                .containsExactly("ends-before-packed");
        assertThat(wrong(product, DAY, DAY, DAY.plusDays(181)))
                .containsExactly("beyond-shelf-life");
        assertThat(wrong(product, DAY, DAY, DAY.plusDays(180))).isEmpty();
    }

    @Test
    void letsGoodsGoStepByStepAndBack() {
        Place supplier = new Place(Place.Kind.SUPPLIER, "");
        Place warehouse = new Place(Place.Kind.WAREHOUSE, "西安一库");
        Place van = new Place(Place.Kind.VAN, "陕A 12345");
        Place counter = new Place(Place.Kind.COUNTER, "XA-0001");
        Place waste = new Place(Place.Kind.WASTE, "");

        assertThat(MoveRules.wrong(supplier, warehouse, 1)).isEmpty();
        assertThat(MoveRules.wrong(warehouse, van, 1)).isEmpty();
        assertThat(MoveRules.wrong(van, counter, 1)).isEmpty();
        assertThat(MoveRules.wrong(counter, van, 1)).isEmpty();
        assertThat(MoveRules.wrong(counter, waste, 1)).isEmpty();
        for (var way :
                List.of(
                        new Movement.Way(supplier, van),
                        new Movement.Way(supplier, counter),
                        new Movement.Way(warehouse, counter),
                        new Movement.Way(warehouse, warehouse),
                        new Movement.Way(counter, warehouse),
                        new Movement.Way(waste, warehouse),
                        new Movement.Way(van, waste))) {
            assertThat(MoveRules.wrong(way.from(), way.to(), 1)).as("%s", way).isNotEmpty();
        }
        Place city = new Place(Place.Kind.WAREHOUSE, "Xi'an 1 (北郊)");
        assertThat(MoveRules.wrong(supplier, city, 1)).isEmpty();
        assertThat(MoveRules.wrong(warehouse, van, 0)).isEqualTo("no-quantity");
        assertThat(MoveRules.wrong(warehouse, new Place(Place.Kind.VAN, " "), 1))
                .isEqualTo("no-place");
        assertThat(MoveRules.wrong(new Place(Place.Kind.SUPPLIER, "x"), warehouse, 1))
                .isEqualTo("no-place");
    }

    private static List<String> forbidden(
            RegisteredProduct product, Lot lot, LocalDate licence, boolean hasFailed) {
        return LoadRules.forbid(known(product, lot, licence, hasFailed), DAY);
    }

    private static LoadRules.Known known(
            RegisteredProduct product, Lot lot, LocalDate licence, boolean hasFailed) {
        var supplier =
                new Supplier(
                        "growers",
                        "",
                        SupplierKind.COOPERATIVE,
                        new Bilingual("合作社", "Growers"),
                        new Supplier.Origin("611026", 2026, "营盘镇"),
                        new Supplier.Licence("L-1", licence),
                        new Supplier.Reach(30, 1));
        return new LoadRules.Known(lot, product, supplier, hasFailed);
    }

    private static List<String> wrong(
            RegisteredProduct product, LocalDate harvested, LocalDate packed, LocalDate best) {
        var days = new Lot.Days(harvested, packed, 180, best);
        var lot = new Lot(new Lot.Key("apple", "L1"), days, 100, "a field", "", null, 1);
        return LoadRules.wrong(lot, product, DAY);
    }

    private static Lot lot(Lot.@Nullable Certificate certificate) {
        var days =
                new Lot.Days(
                        DAY.minusDays(10), DAY.minusDays(9), 180, DAY.minusDays(9).plusDays(180));
        return new Lot(new Lot.Key("apple", "L1"), days, 100, "a field", "", certificate, 1);
    }

    private static RegisteredProduct product(boolean isPrimary, boolean isExcluded) {
        return new RegisteredProduct(
                "apple",
                "growers",
                new Bilingual("苹果", "Apples"),
                new RegisteredProduct.Goods("fruit", "富士", "", 500, 180, false, isPrimary),
                new RegisteredProduct.Supply(9, 2, 1000, 30, new Bilingual("故事", "A story")),
                new RegisteredProduct.Prices(990, 1200, 600),
                new RegisteredProduct.Recognised(
                        new RegisteredProduct.Term(DAY.minusDays(100), DAY.plusDays(100)),
                        isExcluded,
                        1));
    }
}
