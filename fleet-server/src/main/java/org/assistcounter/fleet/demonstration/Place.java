package org.assistcounter.fleet.demonstration;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.divisions.Division;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.spreadsheets.Column;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.protocol.shelf.Bilingual;

/**
 * A county of Shaanxi that was poor by the national list.
 *
 * @param number its place among them, from 0
 * @param slug what the codes of its products begin with
 * @param name as people say it, so that it can stand in a product's name
 */
public record Place(int number, String code, String slug, Bilingual name) {
    private static final String FILE = "counties.csv";
    private static final Column<String> CODE =
            Column.required("code", "区划代码", "Code", Parse.digits(6));
    private static final Column<String> ZH = Column.required("zh", "名称", "Name", Parse.text(10));
    private static final Column<Long> LEFT =
            Column.required("left", "退出年份", "Left", Parse.whole(2017, 2019));
    private static final Sheet<String> SHEET =
            Sheet.of(List.of(CODE, ZH, LEFT), row -> row.get(CODE)).unique(CODE);

    /** All of them, by code. */
    static List<Place> all(Divisions divisions) {
        List<Place> places = new ArrayList<>();
        for (String code : DataFile.rows(FILE, SHEET)) {
            Division county = divisions.find(code).orElseThrow();
            places.add(
                    new Place(
                            places.size(),
                            code,
                            slug(county.en()),
                            new Bilingual(shortened(county.zh()), county.en())));
        }
        return places;
    }

    /** Whether its code begins with one of these. */
    boolean isIn(List<String> beginnings) {
        return beginnings.stream().anyMatch(code::startsWith);
    }

    /** The code of its city. */
    String city() {
        return code.substring(0, 4) + "00";
    }

    /** The code of its province. */
    String province() {
        return code.substring(0, 2) + "0000";
    }

    /** 镇安县 is called 镇安, and 佳县 is not called 佳. */
    private static String shortened(String zh) {
        return zh.length() > 2 ? zh.substring(0, zh.length() - 1) : zh;
    }

    private static String slug(String en) {
        return Normalizer.normalize(en, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
