package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A product in the registry.
 *
 * @param code names it for good; counters sell it by this
 */
public record RegisteredProduct(
        String code,
        String supplier,
        Bilingual name,
        Goods goods,
        Supply supply,
        Prices prices,
        Recognised recognised) {

    /**
     * What it is. Fixed while it is recognised.
     *
     * @param isPrimary unprocessed produce, of which every lot needs a promise certificate
     * @param gtin fourteen digits; empty while it has none
     */
    public record Goods(
            String category,
            String variety,
            String gtin,
            int weightGrams,
            int shelfLifeDays,
            boolean isChilled,
            boolean isPrimary) {}

    /**
     * How much there is of it, and when.
     *
     * @param fromMonth 1 to 12; a season may go over the end of a year
     */
    public record Supply(
            int fromMonth, int toMonth, long yearlyKilograms, int households, Bilingual story) {

        /** Whether it is in season in a month. */
        public boolean isInSeason(int month) {
            return fromMonth <= toMonth
                    ? fromMonth <= month && month <= toMonth
                    : month >= fromMonth || month <= toMonth;
        }
    }

    /**
     * What a packet costs, in fen.
     *
     * @param ceilingMinor what it may cost at most
     * @param supplierMinor how much of the price goes to the supplier
     */
    public record Prices(long priceMinor, long ceilingMinor, long supplierMinor) {}

    /**
     * Whether it is recognised, or was; and how often the entry was changed, so that two who edit
     * at once are told.
     *
     * @param term null where it never was
     * @param isExcluded whether it or its supplier is on the blacklist, which ends all of that
     */
    public record Recognised(@Nullable Term term, boolean isExcluded, long version) {

        /** Whether it is on a day. */
        public boolean isOn(LocalDate day) {
            return !isExcluded && term != null && term.isOn(day);
        }
    }

    /** The first and the last day of a recognition. */
    public record Term(LocalDate since, LocalDate until) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(since) && !day.isAfter(until);
        }

        /** The first day on which its renewal may be applied for. */
        public LocalDate renewableFrom() {
            return until.minusDays(RecognitionRules.RENEWAL_DAYS);
        }
    }

    /** The same as a change of that version. */
    RegisteredProduct at(long version) {
        return new RegisteredProduct(
                code,
                supplier,
                name,
                goods,
                supply,
                prices,
                new Recognised(recognised.term, recognised.isExcluded, version));
    }
}
