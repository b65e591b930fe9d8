package org.assistcounter.fleet.operators;

import java.util.Locale;

/** How somebody came in. */
public enum Way {
    /** By a password and a code. */
    PASSWORD,
    /** By the account at their organisation's own provider. */
    ORGANISATION,
    /** By a passkey. */
    PASSKEY;

    /** As the database has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a word. */
    public static Way of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
