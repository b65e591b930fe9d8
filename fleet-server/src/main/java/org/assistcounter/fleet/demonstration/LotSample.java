package org.assistcounter.fleet.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.lots.Inspection;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.LotImport;

/**
 * Lots of a province's products: the newest of each is of the last weeks, older ones go back
 * through its shelf life. Pure.
 */
final class LotSample {
    private static final int LOTS_MIN = 7;
    private static final int LOTS_MAX = 9;
    private static final int SAMPLED_PERCENT = 40;
    private static final int FAILED_PERCENT = 1;
    private static final int BARE_PERCENT = 3;
    private static final int GRAMS_OF_A_KILOGRAM = 1000;

    private final LocalDate day;
    private final Map<String, Supplier> suppliers;

    private LotSample(ProvinceSample sample) {
        day = sample.day();
        suppliers = sample.suppliersById();
    }

    static LotImport.Fill of(ProvinceSample sample) {
        var lots = new LotSample(sample);
        List<Lot> all = new ArrayList<>();
        List<Inspection> samples = new ArrayList<>();
        for (RegisteredProduct product : sample.products()) {
            int count = new Draw(product.code()).between("lots", LOTS_MIN, LOTS_MAX);
            for (int number = 1; number <= count; number++) {
                Draw draw = new Draw(product.code() + "/lot/" + number);
                Lot lot = lots.lot(product, draw, number, count);
                all.add(lot);
                if (draw.isIn("sampled", SAMPLED_PERCENT)) {
                    samples.add(lots.sample(product, lot, draw));
                }
            }
        }
        return new LotImport.Fill(all, samples);
    }

    /** The older ones are spread over the shelf life and some way beyond. */
    private Lot lot(RegisteredProduct product, Draw draw, int number, int count) {
        var goods = product.goods();
        int life = goods.shelfLifeDays();
        int age = (count - number) * (life + life / 4) / count + draw.between("age", 1, 5);
        LocalDate packed = day.minusDays(age);
        LocalDate harvested = packed.minusDays(draw.between("rest", 0, 4));
        long yearly = product.supply().yearlyKilograms() * GRAMS_OF_A_KILOGRAM;
        long quantity = Math.clamp(yearly / goods.weightGrams() / 12, 60, 4_000);
        Supplier supplier = Objects.requireNonNull(suppliers.get(product.supplier()));
        boolean isNewest = number == count;
        boolean isBare = isNewest && draw.isIn("bare", BARE_PERCENT * 5);
        return new Lot(
                new Lot.Key(product.code(), code(packed, number)),
                new Lot.Days(harvested, packed, life, packed.plusDays(life)),
                quantity,
                supplier.origin().village() + " · " + draw.between("group", 1, 9) + " 组",
                draw.isIn("report", 60) ? "SX-J-" + draw.between("report", 10_000, 99_999) : "",
                goods.isPrimary() && !isBare
                        ? new Lot.Certificate(
                                "HGZ-"
                                        + supplier.origin().county()
                                        + "-"
                                        + draw.between("c", 1, 99_999),
                                supplier.name().zh(),
                                "029-0000" + draw.between("phone", 1000, 9999),
                                packed)
                        : null,
                1);
    }

    private static String code(LocalDate packed, int number) {
        return "%ty%<tm%<td-%02d".formatted(packed, number);
    }

    private Inspection sample(RegisteredProduct product, Lot lot, Draw draw) {
        boolean hasFailed = draw.isIn("failed", FAILED_PERCENT);
        LocalDate taken = lot.days().packed().plusDays(draw.between("taken", 0, 1));
        String county = Objects.requireNonNull(suppliers.get(product.supplier())).origin().county();
        return new Inspection(
                lot.key(),
                taken.isAfter(day) ? day : taken,
                new Inspection.Report(
                        "示例检验中心", "CY-" + county + "-" + draw.between("sample", 1000, 9999)),
                !hasFailed,
                hasFailed ? "净含量不足标示值" : "",
                new Inspection.By("office-" + county, county));
    }
}
