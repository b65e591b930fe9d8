package org.assistcounter.fleet.lots;

import static org.assistcounter.fleet.spreadsheets.Column.optional;
import static org.assistcounter.fleet.spreadsheets.Column.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Column;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Parsed;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.fleet.spreadsheets.Values;
import org.assistcounter.protocol.gs1.Gtin;
import org.assistcounter.protocol.gs1.LotCode;

/** A lot as it is typed, in a form or as a row of a table. */
public final class LotSheet {
    private static final int CODE_MAX = 40;
    private static final int NAME_MAX = 100;
    private static final int DAYS_MAX = 3_650;
    private static final long QUANTITY_MAX = 10_000_000;
    private static final Gtin ANY = Gtin.ofFirst12("690000000000");

    private static final Column<String> PRODUCT =
            required("product", "产品编号", "Product", Parse.code(CODE_MAX));
    private static final Column<String> LOT = required("lot", "批号", "Lot", LotSheet::lot);
    private static final Column<LocalDate> HARVESTED =
            required("harvested-on", "采收日期", "Harvested", Parse.date());
    private static final Column<LocalDate> PACKED =
            required("packed-on", "包装日期", "Packed", Parse.date());
    private static final Column<Long> LIFE =
            required("shelf-life-days", "保质期（天）", "Shelf life", Parse.whole(1, DAYS_MAX));
    private static final Column<LocalDate> BEST =
            optional("best-before", "保质期至", "Best before", Parse.date());
    private static final Column<Long> QUANTITY =
            required("quantity", "数量（件）", "Quantity", Parse.whole(1, QUANTITY_MAX));
    private static final Column<String> GROWER =
            required("grower", "种植户或地块", "Grower", Parse.text(NAME_MAX));
    private static final Column<String> INSPECTION =
            optional("inspection", "检验报告编号", "Inspection report", Parse.text(NAME_MAX));
    private static final Column<String> CERTIFICATE =
            optional("certificate", "承诺达标合格证编号", "Certificate", Parse.text(CODE_MAX));
    private static final Column<String> PROMISED =
            optional("promised-by", "承诺主体", "Promised by", Parse.text(NAME_MAX));
    private static final Column<String> CONTACT =
            optional("contact", "联系方式", "Contact", Parse.text(NAME_MAX));
    private static final Column<LocalDate> ISSUED =
            optional("issued-on", "开具日期", "Issued", Parse.date());

    private static final List<Column<?>> COLUMNS =
            List.of(
                    PRODUCT,
                    LOT,
                    HARVESTED,
                    PACKED,
                    LIFE,
                    BEST,
                    QUANTITY,
                    GROWER,
                    INSPECTION,
                    CERTIFICATE,
                    PROMISED,
                    CONTACT,
                    ISSUED);

    private LotSheet() {}

    /**
     * How it is read.
     *
     * @param version which its reader has seen; 0 for one that is new
     */
    public static Sheet<Lot> of(long version) {
        return Sheet.judging(COLUMNS, row -> judged(row, version));
    }

    private static Parsed<Lot> judged(Values row, long version) {
        long said =
                Stream.of(
                                row.find(CERTIFICATE),
                                row.find(PROMISED),
                                row.find(CONTACT),
                                row.find(ISSUED))
                        .filter(Optional::isPresent)
                        .count();
        return said == 0 || said == 4
                ? Parsed.value(lot(row, version))
                : Parsed.wrong("certificate-incomplete");
    }

    private static Lot lot(Values row, long version) {
        int life = Math.toIntExact(row.get(LIFE));
        LocalDate packed = row.get(PACKED);
        return new Lot(
                new Lot.Key(row.get(PRODUCT), row.get(LOT)),
                new Lot.Days(
                        row.get(HARVESTED),
                        packed,
                        life,
                        row.find(BEST).orElseGet(() -> packed.plusDays(life))),
                row.get(QUANTITY),
                row.get(GROWER),
                row.find(INSPECTION).orElse(""),
                row.find(ISSUED)
                        .map(issued ->
                                new Lot.Certificate(
                                        row.find(CERTIFICATE).orElse(""),
                                        row.find(PROMISED).orElse(""),
                                        row.find(CONTACT).orElse(""),
                                        issued))
                        .orElse(null),
                version);
    }

    /** What a label can carry as (10). */
    private static Parsed<String> lot(String raw) {
        String typed = raw.strip();
        try {
            return Parsed.value(String.valueOf(LotCode.of(ANY, typed).lot()));
        } catch (IllegalArgumentException noLot) {
            return Parsed.wrong("lot-code");
        }
    }

    /** As a row of a table. */
    public static List<Cell> row(Lot lot) {
        var certificate = lot.certificate();
        return List.of(
                Cell.text(lot.key().product()),
                Cell.text(lot.key().code()),
                Cell.date(lot.days().harvested()),
                Cell.date(lot.days().packed()),
                Cell.whole(lot.days().shelfLifeDays()),
                Cell.date(lot.days().bestBefore()),
                Cell.whole(lot.quantity()),
                Cell.text(lot.grower()),
                Cell.text(lot.inspection()),
                Cell.text(certificate == null ? "" : certificate.number()),
                Cell.text(certificate == null ? "" : certificate.by()),
                Cell.text(certificate == null ? "" : certificate.contact()),
                certificate == null ? Cell.none() : Cell.date(certificate.issued()));
    }
}
