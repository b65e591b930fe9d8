package org.assistcounter.fleet.demonstration;

import static org.assistcounter.fleet.spreadsheets.Column.required;

import java.util.List;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.spreadsheets.Column;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.fleet.spreadsheets.Values;
import org.assistcounter.protocol.shelf.Bilingual;

/**
 * What grows, or is made of it, in some counties; a row of demonstration/README.md's crops.
 *
 * @param key what the codes of its products end with
 * @param counties what the codes of its counties begin with
 */
record Crop(
        String key,
        Bilingual name,
        What what,
        Packing packing,
        Money money,
        List<String> counties,
        Bilingual story) {
    private static final String FILE = "crops.csv";
    private static final String COUNTY = "{county}";

    /** Its kind, and the months in which it can be had. */
    record What(
            String category,
            List<String> varieties,
            boolean isPrimary,
            int fromMonth,
            int toMonth) {}

    /** How it is packed; the first weight is what the price is of. */
    record Packing(List<Integer> grams, int shelfLifeDays, boolean isChilled) {}

    /** What it costs, and how much of that goes to who grows it. */
    record Money(long priceMinor, int sharePercent) {}

    /** All, by category in the order of screens. */
    static List<Crop> all() {
        return DataFile.rows(FILE, SHEET);
    }

    /** What is told of it in a county. */
    Bilingual story(Bilingual county) {
        return new Bilingual(
                story.zh().replace(COUNTY, county.zh()), story.en().replace(COUNTY, county.en()));
    }

    private static final Column<String> KEY = required("key", "编号", "Key", Parse.code(20));
    private static final Column<String> ZH = required("zh", "中文名称", "Zh", Parse.text(12));
    private static final Column<String> EN = required("en", "英文名称", "En", Parse.text(40));
    private static final Column<String> CATEGORY =
            required(
                    "category",
                    "品类",
                    "Category",
                    Parse.oneOf(Catalogue.CATEGORIES.toArray(String[]::new)));
    private static final Column<List<String>> VARIETIES =
            required("varieties", "品种", "Varieties", DataFile.words("/", ".{1,20}"));
    private static final Column<Boolean> PRIMARY =
            required("primary", "初级农产品", "Primary", Parse.yesNo());
    private static final Column<Long> FROM = required("from", "上市月", "From", Parse.whole(1, 12));
    private static final Column<Long> TO = required("to", "下市月", "To", Parse.whole(1, 12));
    private static final Column<List<String>> GRAMS =
            required("grams", "净含量（克）", "Grams", DataFile.words("/", "[1-9][0-9]{1,3}"));
    private static final Column<Long> LIFE =
            required("life", "保质期（天）", "Life", Parse.whole(1, 999));
    private static final Column<Boolean> CHILLED =
            required("chilled", "冷藏", "Chilled", Parse.yesNo());
    private static final Column<Long> PRICE =
            required("price", "售价（元）", "Price", Parse.fen(1, 99_999));
    private static final Column<Long> SHARE =
            required("share", "供应商所得（%）", "Share", Parse.whole(1, 99));
    private static final Column<List<String>> COUNTIES =
            required("counties", "县区", "Counties", DataFile.words(" ", "61[0-9]{2}([0-9]{2})?"));
    private static final Column<String> STORY_ZH =
            required("story-zh", "中文故事", "Story zh", Parse.text(100));
    private static final Column<String> STORY_EN =
            required("story-en", "英文故事", "Story en", Parse.text(250));
    private static final Sheet<Crop> SHEET =
            Sheet.of(
                            List.of(
                                    KEY, ZH, EN, CATEGORY, VARIETIES, PRIMARY, FROM, TO, GRAMS,
                                    LIFE, CHILLED, PRICE, SHARE, COUNTIES, STORY_ZH, STORY_EN),
                            Crop::crop)
                    .unique(KEY);

    private static Crop crop(Values row) {
        return new Crop(
                row.get(KEY),
                new Bilingual(row.get(ZH), row.get(EN)),
                new What(
                        row.get(CATEGORY),
                        row.get(VARIETIES),
                        row.get(PRIMARY),
                        Math.toIntExact(row.get(FROM)),
                        Math.toIntExact(row.get(TO))),
                new Packing(
                        row.get(GRAMS).stream().map(Integer::valueOf).toList(),
                        Math.toIntExact(row.get(LIFE)),
                        row.get(CHILLED)),
                new Money(row.get(PRICE), Math.toIntExact(row.get(SHARE))),
                row.get(COUNTIES),
                new Bilingual(row.get(STORY_ZH), row.get(STORY_EN)));
    }
}
