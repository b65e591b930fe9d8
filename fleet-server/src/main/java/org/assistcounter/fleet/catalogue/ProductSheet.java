package org.assistcounter.fleet.catalogue;

import static org.assistcounter.fleet.spreadsheets.Column.optional;
import static org.assistcounter.fleet.spreadsheets.Column.required;

import java.util.List;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Column;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Parsed;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.fleet.spreadsheets.Values;
import org.assistcounter.protocol.gs1.Gtin;
import org.assistcounter.protocol.gs1.MalformedGs1Exception;
import org.assistcounter.protocol.shelf.Bilingual;

/** A product as it is typed, in a form or as a row of a table. */
public final class ProductSheet {
    private static final int NAME_MAX = 100;
    private static final int STORY_MAX = 600;
    private static final int GRAMS_MAX = 100_000;
    private static final int DAYS_MAX = 3_650;
    private static final int HOUSEHOLDS_MAX = 100_000;
    private static final long KILOGRAMS_MAX = 1_000_000_000L;
    private static final long FEN_MAX = 10_000_000;

    private static final Column<String> CODE = required("code", "产品编号", "Code", Typed::id);
    private static final Column<String> SUPPLIER =
            required("supplier", "供应商编号", "Supplier", Typed::id);
    private static final Column<String> ZH =
            required("name-zh", "中文名称", "Chinese name", Parse.text(NAME_MAX));
    private static final Column<String> EN =
            required("name-en", "英文名称", "English name", Parse.text(NAME_MAX));
    private static final Column<String> CATEGORY =
            required(
                    "category",
                    "品类",
                    "Category",
                    Parse.oneOf(Catalogue.CATEGORIES.toArray(String[]::new)));
    private static final Column<String> VARIETY =
            required("variety", "品种", "Variety", Parse.text(NAME_MAX));
    private static final Column<String> GTIN = optional("gtin", "商品条码", "GTIN", ProductSheet::gtin);
    private static final Column<Long> GRAMS =
            required("weight-grams", "净含量（克）", "Grams", Parse.whole(1, GRAMS_MAX));
    private static final Column<Long> LIFE =
            required("shelf-life-days", "保质期（天）", "Shelf life", Parse.whole(1, DAYS_MAX));
    private static final Column<Boolean> CHILLED =
            required("chilled", "冷藏", "Chilled", Parse.yesNo());
    private static final Column<Boolean> PRIMARY =
            required("primary", "初级农产品", "Primary produce", Parse.yesNo());
    private static final Column<Long> FROM =
            required("season-from", "上市月", "Season from", Parse.whole(1, 12));
    private static final Column<Long> TO =
            required("season-to", "下市月", "Season to", Parse.whole(1, 12));
    private static final Column<Long> KILOGRAMS =
            required(
                    "yearly-kilograms",
                    "年供应量（公斤）",
                    "Kilograms a year",
                    Parse.whole(0, KILOGRAMS_MAX));
    private static final Column<Long> HOUSEHOLDS =
            required("households", "带动户数", "Households", Parse.whole(0, HOUSEHOLDS_MAX));
    private static final Column<String> STORY_ZH =
            required("story-zh", "中文故事", "Chinese story", Parse.text(STORY_MAX));
    private static final Column<String> STORY_EN =
            required("story-en", "英文故事", "English story", Parse.text(STORY_MAX));
    private static final Column<Long> PRICE =
            required("price", "售价（元）", "Price", Parse.fen(1, FEN_MAX));
    private static final Column<Long> CEILING =
            required("ceiling", "最高限价（元）", "Ceiling", Parse.fen(1, FEN_MAX));
    private static final Column<Long> SHARE =
            required("supplier-share", "供应商所得（元）", "Supplier's share", Parse.fen(0, FEN_MAX));

    private static final List<Column<?>> COLUMNS =
            List.of(
                    CODE,
                    SUPPLIER,
                    ZH,
                    EN,
                    CATEGORY,
                    VARIETY,
                    GTIN,
                    GRAMS,
                    LIFE,
                    CHILLED,
                    PRIMARY,
                    FROM,
                    TO,
                    KILOGRAMS,
                    HOUSEHOLDS,
                    STORY_ZH,
                    STORY_EN,
                    PRICE,
                    CEILING,
                    SHARE);

    private ProductSheet() {}

    /**
     * How it is read.
     *
     * @param version which its reader has seen; 0 for one that is new
     */
    public static Sheet<RegisteredProduct> of(long version) {
        return Sheet.<RegisteredProduct>judging(
                        COLUMNS,
                        row -> {
                            RegisteredProduct read = product(row, version);
                            return Typed.judged(read, EntryRules.wrong(read));
                        })
                .unique(CODE)
                .unique(GTIN);
    }

    private static RegisteredProduct product(Values row, long version) {
        return new RegisteredProduct(
                row.get(CODE),
                row.get(SUPPLIER),
                new Bilingual(row.get(ZH), row.get(EN)),
                new RegisteredProduct.Goods(
                        row.get(CATEGORY),
                        row.get(VARIETY),
                        row.find(GTIN).orElse(""),
                        Math.toIntExact(row.get(GRAMS)),
                        Math.toIntExact(row.get(LIFE)),
                        row.get(CHILLED),
                        row.get(PRIMARY)),
                new RegisteredProduct.Supply(
                        Math.toIntExact(row.get(FROM)),
                        Math.toIntExact(row.get(TO)),
                        row.get(KILOGRAMS),
                        Math.toIntExact(row.get(HOUSEHOLDS)),
                        new Bilingual(row.get(STORY_ZH), row.get(STORY_EN))),
                new RegisteredProduct.Prices(row.get(PRICE), row.get(CEILING), row.get(SHARE)),
                new RegisteredProduct.Recognised(null, false, version));
    }

    private static Parsed<String> gtin(String raw) {
        try {
            return Parsed.value(Gtin.read(raw.strip()).digits());
        } catch (MalformedGs1Exception e) {
            return Parsed.wrong(e.reason().word());
        }
    }

    /** As a row of a table. */
    public static List<Cell> row(RegisteredProduct product) {
        var goods = product.goods();
        var supply = product.supply();
        return List.of(
                Cell.text(product.code()),
                Cell.text(product.supplier()),
                Cell.text(product.name().zh()),
                Cell.text(product.name().en()),
                Cell.text(goods.category()),
                Cell.text(goods.variety()),
                Cell.text(goods.gtin()),
                Cell.whole(goods.weightGrams()),
                Cell.whole(goods.shelfLifeDays()),
                Cell.yesNo(goods.isChilled()),
                Cell.yesNo(goods.isPrimary()),
                Cell.whole(supply.fromMonth()),
                Cell.whole(supply.toMonth()),
                Cell.whole(supply.yearlyKilograms()),
                Cell.whole(supply.households()),
                Cell.text(supply.story().zh()),
                Cell.text(supply.story().en()),
                Cell.fen(product.prices().priceMinor()),
                Cell.fen(product.prices().ceilingMinor()),
                Cell.fen(product.prices().supplierMinor()));
    }
}
