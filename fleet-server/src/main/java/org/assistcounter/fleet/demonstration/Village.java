package org.assistcounter.fleet.demonstration;

import java.util.List;
import org.assistcounter.fleet.spreadsheets.Column;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.protocol.shelf.Bilingual;

/**
 * An invented village.
 *
 * @param counties what the codes of those counties begin with in which one may be called so
 */
record Village(List<String> counties, Bilingual name) {
    private static final String FILE = "villages.csv";
    private static final Column<List<String>> COUNTIES =
            Column.required("counties", "县区", "Counties", DataFile.words(" ", "61[0-9]{2}"));
    private static final Column<String> ZH = Column.required("zh", "名称", "Zh", Parse.text(8));
    private static final Column<String> EN = Column.required("en", "拼音", "En", Parse.text(20));
    private static final Sheet<Village> SHEET =
            Sheet.of(
                            List.of(COUNTIES, ZH, EN),
                            row ->
                                    new Village(
                                            row.get(COUNTIES),
                                            new Bilingual(row.get(ZH), row.get(EN))))
                    .unique(ZH);

    static List<Village> all() {
        return DataFile.rows(FILE, SHEET);
    }
}
