package org.assistcounter.protocol.gs1;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a code says of a lot. A bare EAN-13 names the article alone.
 *
 * @param lot (10), up to 20 characters of set 82
 * @param serial (21), of the same form
 * @param count (37), pieces
 * @param netKilograms (310n), up to six digits of which up to five are behind the point
 */
public record LotCode(
        Gtin gtin,
        @Nullable String lot,
        @Nullable String serial,
        LotDates dates,
        @Nullable Integer count,
        @Nullable BigDecimal netKilograms) {
    private static final int COUNT_MAX = 99_999_999;
    private static final int WEIGHT_DIGITS = 6;
    private static final int WEIGHT_SCALE_MAX = 5;

    public LotCode {
        check(lot == null || isName(lot), "lot");
        check(serial == null || isName(serial), "serial");
        check(count == null || (count >= 0 && count <= COUNT_MAX), "count");
        check(netKilograms == null || isWeight(netKilograms), "net weight");
    }

    /** An article, and its lot where one is known. */
    public static LotCode of(Gtin gtin, @Nullable String lot) {
        return new LotCode(gtin, lot, null, LotDates.NONE, null, null);
    }

    /** The elements in the order of a barcode: those of predefined length first. */
    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        elements.add(Element.of("01", gtin.digits()));
        add(elements, "11", dates.produced());
        add(elements, "13", dates.packed());
        add(elements, "15", dates.bestBefore());
        add(elements, "17", dates.useBy());
        if (netKilograms != null) {
            String digits = netKilograms.unscaledValue().toString();
            elements.add(
                    Element.of(
                            "310" + netKilograms.scale(),
                            "0".repeat(WEIGHT_DIGITS - digits.length()) + digits));
        }
        if (lot != null) {
            elements.add(Element.of("10", lot));
        }
        if (serial != null) {
            elements.add(Element.of("21", serial));
        }
        if (count != null) {
            elements.add(Element.of("37", Integer.toString(count)));
        }
        return elements;
    }

    private static void add(List<Element> elements, String identifier, @Nullable LocalDate date) {
        if (date != null) {
            elements.add(Element.of(identifier, Dates.write(date)));
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= Identifier.NAME_MAX && Set82.has(text);
    }

    private static boolean isWeight(BigDecimal kilograms) {
        return kilograms.signum() >= 0
                && kilograms.scale() >= 0
                && kilograms.scale() <= WEIGHT_SCALE_MAX
                && kilograms.precision() <= WEIGHT_DIGITS;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("no GS1 code can carry this " + what);
        }
    }
}
