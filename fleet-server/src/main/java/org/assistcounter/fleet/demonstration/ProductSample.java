package org.assistcounter.fleet.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.catalogue.SupplierKind;
import org.assistcounter.protocol.gs1.Gtin;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.Product;
import org.jspecify.annotations.Nullable;

/**
 * Makes up products of a crop in a county.
 *
 * @param supplier who has them
 */
record ProductSample(Place place, Crop crop, Supplier supplier, LocalDate day) {
    private static final int RECOGNISED_PERCENT = 85;
    private static final int ENDED_PERCENT = 6;

    /** So early that a recognition that has just begun began before today. */
    private static final int TERM_DAYS_LEFT_MAX = 360;

    private static final Map<String, Integer> KILOGRAMS_OF_HOUSEHOLD =
            Map.of(
                    "fruit", 1_800,
                    "dried-fruit", 260,
                    "nuts", 240,
                    "grain", 550,
                    "tea", 45,
                    "mushroom", 160,
                    "honey", 40,
                    "preserved", 150,
                    "dairy", 320);

    /** What a packet is, and how many there were before it in the county. */
    private record Packet(String code, Bilingual name, int grams, int number) {}

    /** Goods of the catalogue, as counters sell them. */
    RegisteredProduct known(Catalogue.Good good, int number) {
        Product product = good.product();
        var packet =
                new Packet(product.code(), product.name(), product.packing().weightGrams(), number);
        var goods =
                new RegisteredProduct.Goods(
                        product.category(),
                        crop.what().varieties().getFirst(),
                        gtin(packet),
                        packet.grams(),
                        product.packing().shelfLifeDays(),
                        product.packing().chilled(),
                        crop.what().isPrimary());
        return product(packet, goods, product.story(), prices(packet, good.priceMinor()), true);
    }

    /**
     * A packet that is in no other file.
     *
     * @param variant the first, which is 0, has the crop's first weight
     */
    RegisteredProduct invented(int variant, int number) {
        List<Integer> weights = crop.packing().grams();
        int grams = weights.get(variant % weights.size());
        String code = code(place, crop, variant);
        var packet = new Packet(code, name(grams), grams, number);
        List<String> varieties = crop.what().varieties();
        int first = new Draw(code(place, crop, 0)).between("variety", 0, varieties.size() - 1);
        var goods =
                new RegisteredProduct.Goods(
                        crop.what().category(),
                        varieties.get((first + variant) % varieties.size()),
                        gtin(packet),
                        grams,
                        crop.packing().shelfLifeDays(),
                        crop.packing().isChilled(),
                        crop.what().isPrimary());
        long price = crop.money().priceMinor() * grams / weights.getFirst();
        long usual = variant == 0 ? price : price * 94 / 100;
        long asked = tens(usual * new Draw(code).between("price", 92, 108) / 100);
        return product(packet, goods, crop.story(place.name()), prices(packet, asked), false);
    }

    static String code(Place place, Crop crop, int variant) {
        return place.slug() + "-" + crop.key() + (variant == 0 ? "" : "-" + (variant + 1));
    }

    private RegisteredProduct product(
            Packet packet,
            RegisteredProduct.Goods goods,
            Bilingual story,
            RegisteredProduct.Prices prices,
            boolean isKnown) {
        Draw draw = new Draw(packet.code());
        int most = supplier.reach().households();
        int households = draw.between("households", Math.min(4, most), most);
        int each = KILOGRAMS_OF_HOUSEHOLD.getOrDefault(goods.category(), 100);
        return new RegisteredProduct(
                packet.code(),
                supplier.id(),
                packet.name(),
                goods,
                new RegisteredProduct.Supply(
                        crop.what().fromMonth(),
                        crop.what().toMonth(),
                        (long) households * each * draw.between("yield", 60, 140) / 100,
                        households,
                        story),
                prices,
                new RegisteredProduct.Recognised(term(draw, isKnown), false, 1));
    }

    private RegisteredProduct.Prices prices(Packet packet, long price) {
        Draw draw = new Draw(packet.code());
        int percent = crop.money().sharePercent() + draw.between("share", -3, 3);
        return new RegisteredProduct.Prices(
                price,
                tens(price * draw.between("ceiling", 110, 125) / 100),
                price * percent / 100);
    }

    /** What counters sell is recognised; of the rest some never was and some has ended. */
    private RegisteredProduct.@Nullable Term term(Draw draw, boolean isKnown) {
        int percent = draw.between("recognised", 0, 99);
        boolean isOn = isKnown || percent < RECOGNISED_PERCENT;
        if (!isOn && percent >= RECOGNISED_PERCENT + ENDED_PERCENT) {
            return null;
        }
        LocalDate until =
                isOn
                        ? day.plusDays(draw.between("until", 0, TERM_DAYS_LEFT_MAX))
                        : day.minusDays(draw.between("ended", 1, 250));
        LocalDate since = until.plusDays(1).minusYears(draw.between("years", 1, 2));
        return new RegisteredProduct.Term(since, until);
    }

    private String gtin(Packet packet) {
        boolean hasNone =
                supplier.kind() == SupplierKind.HOUSEHOLD_GROUP
                        || new Draw(packet.code()).isIn("gtin", 10);
        return hasNone
                ? ""
                : Gtin.ofFirst12("690000%02d%04d".formatted(place.number(), packet.number()))
                        .digits();
    }

    private Bilingual name(int grams) {
        boolean isHeavy = grams >= 1_000;
        String weight =
                isHeavy
                        ? String.format(Locale.ROOT, "%.1f", grams / 1_000.0).replace(".0", "")
                        : Integer.toString(grams);
        return new Bilingual(
                place.name().zh() + crop.name().zh() + " " + weight + (isHeavy ? "千克" : "克"),
                place.name().en()
                        + " "
                        + crop.name().en()
                        + ", "
                        + weight
                        + (isHeavy ? " kg" : " g"));
    }

    private static long tens(long fen) {
        return (fen + 9) / 10 * 10;
    }
}
