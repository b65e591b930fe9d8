package org.assistcounter.fleet.catalogue;

import static org.assistcounter.fleet.spreadsheets.Column.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.fleet.divisions.CountyAnswer;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Column;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.fleet.spreadsheets.Values;
import org.assistcounter.protocol.shelf.Bilingual;

/** A supplier as it is typed, in a form or as a row of a table. */
public final class SupplierSheet {
    private static final int NAME_MAX = 100;
    private static final int LICENCE_MAX = 40;
    private static final int HOUSEHOLDS_MAX = 100_000;
    private static final Map<String, SupplierKind> KINDS = kinds();

    private static final Column<String> ID = required("id", "编号", "Id", Typed::id);
    private static final Column<SupplierKind> KIND =
            required("kind", "类型", "Kind", Parse.oneOf(KINDS));
    private static final Column<String> ZH =
            required("name-zh", "中文名称", "Chinese name", Parse.text(NAME_MAX));
    private static final Column<String> EN =
            required("name-en", "英文名称", "English name", Parse.text(NAME_MAX));
    private static final Column<String> COUNTY =
            required("county-code", "县区代码", "County code", Parse.digits(6));
    private static final Column<String> VILLAGE =
            required("village", "乡镇村", "Village", Parse.text(NAME_MAX));
    private static final Column<String> LICENCE =
            required("licence", "营业执照号", "Licence", Parse.code(LICENCE_MAX));
    private static final Column<LocalDate> UNTIL =
            required("licence-until", "执照有效期至", "Licence until", Parse.date());
    private static final Column<Long> HOUSEHOLDS =
            required("households", "带动户数", "Households", Parse.whole(0, HOUSEHOLDS_MAX));

    private SupplierSheet() {}

    /**
     * How it is read on a day.
     *
     * @param version which its reader has seen; 0 for one that is new
     */
    public static Sheet<Supplier> on(LocalDate day, Divisions divisions, long version) {
        return Sheet.<Supplier>judging(
                        List.of(ID, KIND, ZH, EN, COUNTY, VILLAGE, LICENCE, UNTIL, HOUSEHOLDS),
                        row -> {
                            Supplier read = supplier(row, day.getYear(), version);
                            CountyAnswer county =
                                    divisions.county(read.origin().county(), day.getYear());
                            return Typed.judged(read, EntryRules.wrong(read, county, day));
                        })
                .unique(ID);
    }

    private static Supplier supplier(Values row, int year, long version) {
        return new Supplier(
                row.get(ID),
                "",
                row.get(KIND),
                new Bilingual(row.get(ZH), row.get(EN)),
                new Supplier.Origin(row.get(COUNTY), year, row.get(VILLAGE)),
                new Supplier.Licence(row.get(LICENCE), row.get(UNTIL)),
                new Supplier.Reach(Math.toIntExact(row.get(HOUSEHOLDS)), version));
    }

    /** As a row of a table. */
    public static List<Cell> row(Supplier supplier) {
        return List.of(
                Cell.text(supplier.id()),
                Cell.text(supplier.kind().word()),
                Cell.text(supplier.name().zh()),
                Cell.text(supplier.name().en()),
                Cell.text(supplier.origin().county()),
                Cell.text(supplier.origin().village()),
                Cell.text(supplier.licence().number()),
                Cell.date(supplier.licence().until()),
                Cell.whole(supplier.reach().households()));
    }

    private static Map<String, SupplierKind> kinds() {
        Map<String, SupplierKind> kinds =
                new TreeMap<>(
                        Map.of(
                                "合作社", SupplierKind.COOPERATIVE,
                                "农户组", SupplierKind.HOUSEHOLD_GROUP,
                                "企业", SupplierKind.COMPANY));
        for (SupplierKind kind : SupplierKind.values()) {
            kinds.put(kind.word(), kind);
        }
        return kinds;
    }
}
