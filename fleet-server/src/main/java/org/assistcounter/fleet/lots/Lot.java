package org.assistcounter.fleet.lots;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one supplier harvested or made of one product at one time.
 *
 * @param grower the household or the field, as the shopper reads it
 * @param inspection the number of the report that came with it; empty where none did
 */
public record Lot(
        Key key,
        Days days,
        long quantity,
        String grower,
        String inspection,
        @Nullable Certificate certificate,
        long version) {

    /** What names a lot: (01) by its product, and (10). */
    public record Key(String product, String code) {}

    /**
     * The days that matter.
     *
     * @param bestBefore the last one, as the label says it
     */
    public record Days(
            LocalDate harvested, LocalDate packed, int shelfLifeDays, LocalDate bestBefore) {

        /** Whether it may still be sold on a day. */
        public boolean isGood(LocalDate day) {
            return !day.isAfter(bestBefore);
        }
    }

    /**
     * A promise certificate (承诺达标合格证, Order 4 of 2025 of the Ministry of Agriculture and Rural
     * Affairs).
     *
     * @param by who promises
     */
    public record Certificate(String number, String by, String contact, LocalDate issued) {
        private static final int KEPT_MONTHS = 6;

        /** Whoever buys keeps it so long at least. */
        public LocalDate keptUntil() {
            return issued.plusMonths(KEPT_MONTHS);
        }
    }

    /** The same as a change of that version. */
    Lot at(long seen) {
        return new Lot(key, days, quantity, grower, inspection, certificate, seen);
    }
}
