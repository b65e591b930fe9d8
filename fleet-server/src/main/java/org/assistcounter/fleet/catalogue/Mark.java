package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.Locale;

/** Something that a product may call itself, and until when. */
public record Mark(Kind kind, String number, LocalDate until) {

    /** What sort of mark it is. */
    public enum Kind {
        BRAND,
        GREEN_FOOD,
        ORGANIC,
        /** A geographical indication. */
        ORIGIN;

        /** As it is stored, and the end of a message's name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of a word. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Whether it is good on a day. */
    public boolean isGood(LocalDate day) {
        return !day.isAfter(until);
    }
}
