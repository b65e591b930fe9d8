package org.assistcounter.fleet.lots;

import java.util.Locale;

/**
 * Where goods lie.
 *
 * @param name of the warehouse or van, the counter's label; empty for the supplier and for waste
 */
public record Place(Kind kind, String name) {

    /** What sort of place it is. */
    public enum Kind {
        SUPPLIER,
        WAREHOUSE,
        VAN,
        COUNTER,
        WASTE;

        /** Whether places of this kind have names. */
        public boolean isNamed() {
            return this != SUPPLIER && this != WASTE;
        }

        /** As it is stored, and the end of a message's name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
