package org.assistcounter.fleet.catalogue;

import java.util.Locale;

/** What a supplier is by law. */
public enum SupplierKind {
    COOPERATIVE,
    HOUSEHOLD_GROUP,
    COMPANY;

    /** As it is stored, typed in tables, and the end of a message's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word that {@link #word()} gave. */
    public static SupplierKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
