package org.assistcounter.fleet.catalogue;

import java.util.Locale;
import java.util.Set;

/** What a paper that belongs to an application proves. */
public enum PaperKind {
    /** The supplier's business licence. */
    LICENCE,
    /** That it grows where it is said to. */
    ORIGIN,
    /** An inspection report. */
    INSPECTION,
    /** A mark: brand, green food, geographical indication. */
    MARK,
    OTHER;

    /** Without these nobody can check anything. */
    static final Set<PaperKind> NEEDED = Set.of(LICENCE, ORIGIN, INSPECTION);

    /** As it is stored, and the end of a message's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word that {@link #word()} gave. */
    public static PaperKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
